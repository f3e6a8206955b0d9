import { oneOf, record, text } from '../json-schema.ts';

/** Who acted and through what, as entries and bulk credits store it. */
export const actorSchema = record({
  id: text,
  role: oneOf(['CUSTOMER', 'STAFF', 'ADMIN', 'SYSTEM']),
  channel: oneOf(['WEB', 'MOBILE', 'API', 'PLAYGROUND', 'CONSOLE', 'JOB', 'PAYMENT']),
});
