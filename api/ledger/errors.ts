/**
 * The engine could not act, and this call changed nothing: the queue is full, the database did not answer in time, or too many
 * others were changing the same wallet. It says nothing of an earlier call with the same key (decision 21). The same call with
 * the same idempotency key may be sent again.
 */
export class TryAgain extends Error {
  readonly code = 'TRY_AGAIN';

  constructor(reason: string, options?: ErrorOptions) {
    super(
      `This call changed nothing: ${reason} Send the same request again, with the same idempotency key.`,
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
