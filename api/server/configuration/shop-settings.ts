import { text } from './setting.ts';

/** How customers reach the people of the shop. */
export const shopSettings = {
  SHOP_NAME: text({
    default: 'Early Bird',
    pattern: /^[\p{L}\p{M}\p{N} .,&'-]{1,60}$/u,
    description: 'What the shop is called, on statements and where customers are sent to it.',
  }),
  SHOP_PHONE: text({
    default: { production: null, local: '080 5550 0142' },
    pattern: /^\+?[0-9](?:[ -]?[0-9]){4,17}$/,
    description: 'Where customers call, such as +91 80 5550 0142. Without one, no page offers to call.',
  }),
  SHOP_EMAIL: text({
    default: { production: null, local: 'help@earlybird.example' },
    pattern: /^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}$/,
    description: 'Where customers write to. Without one, no page offers to write.',
  }),
  SHOP_HOURS: text({
    default: { production: null, local: 'Every day, 8 am to 8 pm' },
    pattern: /^[^\p{Cc}<>]{1,80}$/u,
    description: 'When somebody answers, as customers shall read it.',
  }),
} as const;
