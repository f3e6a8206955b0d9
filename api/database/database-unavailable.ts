/** No database could be provided. The message is one sentence for the operator and says what to do about it. */
export class DatabaseUnavailable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DatabaseUnavailable';
  }
}
