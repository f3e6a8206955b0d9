const TOKEN = /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g;
const CREDENTIALS = /\b(mongodb(?:\+srv)?:\/\/)[^@/\s"]+@/g;
const BEARER = /\b(Bearer\s+)[^\s"\\]{8,}/gi;
/** Indian mobile numbers within texts. A number that is a JSON value of its own is an amount or a time. */
const PHONE = /(?<![\w.,[]|":)(?:\+?91[\s-]?)?[6-9]\d{4}[\s-]?\d{5}(?!\w)/g;

/** Bounded, so that a long word costs no more than a short one. */
const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.[a-z]{2,24}\b/gi;

/** A log line without what must not be in a log, wherever in it that ended up: in an error's message, for instance. */
export function withoutSecrets(line: string): string {
  const hidden = line
    .replace(TOKEN, '[token]')
    .replace(BEARER, '$1[token]')
    .replace(CREDENTIALS, '$1[hidden]@')
    .replace(PHONE, '[phone]');
  return hidden.includes('@') ? hidden.replace(EMAIL, '[email]') : hidden;
}
