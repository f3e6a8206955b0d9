/**
 * The engine could not act and nothing happened: the queue is full, the database did not answer in time, or too many others
 * were changing the same wallet. The same call with the same idempotency key may be sent again.
 */
export class TryAgain extends Error {
  readonly code = 'TRY_AGAIN';

  constructor(reason: string, options?: ErrorOptions) {
    super(
      `Nothing was changed: ${reason} Send the same request again, with the same idempotency key.`,
      options,
    );
    this.name = 'TryAgain';
  }
}

/** The database did not say whether it committed. Sending the same call with the same key finds out, and acts at most once. */
export class OutcomeUnknown extends Error {
  readonly code = 'OUTCOME_UNKNOWN';

  constructor(options?: ErrorOptions) {
    super(
      'The database did not confirm whether this was done. Send the same request again, with the same idempotency key, to find out.',
      options,
    );
    this.name = 'OutcomeUnknown';
  }
}
