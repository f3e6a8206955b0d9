/** This process cannot work on the database as it is. The message is for the operator and says what to do. */
export class SchemaProblem extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SchemaProblem';
  }
}
