/**
 * Tokens for the service of the example: it signs in with the account of somebody of the demo. A real shop takes them from its own
 * identity provider, for a client of its own (docs/checkout.md).
 */
export function signedIn({ url, email, password }) {
  let pass = { token: '', until: 0 };
  return async () => {
    if (Date.now() >= pass.until) {
      const answer = await fetch(new URL('/auth/sign-in', url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password }),
        signal: AbortSignal.timeout(10_000),
      });
      const { error, accessToken, expiresIn } = await answer.json();
      if (error) throw new Error(error.message);
      pass = { token: accessToken, until: Date.now() + (expiresIn - 60) * 1_000 };
    }
    return pass.token;
  };
}
