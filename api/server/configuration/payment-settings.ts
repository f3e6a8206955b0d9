import { address, choice, flag, integer, list, text } from './setting.ts';

/** How top-ups are paid. */
export const paymentSettings = {
  PAYMENT_PROVIDER: choice(['none', 'mock', 'razorpay'], {
    default: { production: 'none', local: 'mock' },
    description:
      'Who collects top-ups. "mock" is a page on which the visitor plays the bank; it is refused in production.',
  }),
  PUBLIC_URL: address({
    default: null,
    description:
      'Where customers reach the web app, such as https://shop.example. They come back there after paying.',
  }),
  RAZORPAY_KEY_ID: text({ default: null, description: 'The key id of the Razorpay account.' }),
  RAZORPAY_KEY_SECRET: text({ default: null, secret: true, description: 'The secret of that key.' }),
  RAZORPAY_WEBHOOK_SECRETS: list({
    default: [],
    secret: true,
    description:
      'The secret of the webhook, at least 16 characters. While it is changed, the new one and the old one: Razorpay signs what it sends again with the old one.',
  }),
  RAZORPAY_UPI_CODES: flag({
    default: false,
    description:
      'Whether the account may make QR codes and see their content. Otherwise UPI is paid on the page of a payment link.',
  }),
  RAZORPAY_SHARED_ACCOUNT: flag({
    default: false,
    description:
      'Whether the account also takes payments that are no top-ups. Then payments without a sign of ours are not put before a person.',
  }),
  RAZORPAY_URL: address({ default: 'https://api.razorpay.com', description: 'Where Razorpay answers.' }),
  PAYEE_NAME: text({
    default: 'Early Bird',
    pattern: /^[\p{L}\p{N} .&'-]{1,40}$/u,
    description: 'The name that customers see when they pay.',
  }),
  UPI_PAYEE: text({
    default: 'earlybird.demo@example',
    pattern: /^[\w.-]{2,256}@[A-Za-z0-9.-]{2,64}$/,
    description: 'The UPI id in the links of the mock provider. Razorpay names its own.',
  }),
  CHECKOUT_RETURN_ORIGINS: list({
    default: [],
    description:
      "Where customers may be sent back to after a checkout: origins of the shop's own pages, such as https://shop.example.",
  }),
  CHECKOUT_SECRET: text({
    default: null,
    secret: true,
    description:
      'What the result of a checkout is signed with that customers bring back to the shop, at least 32 characters. Required with CHECKOUT_RETURN_ORIGINS.',
  }),
  TOP_UP_EXPIRY_MINUTES: integer({
    min: 1,
    max: 1_440,
    default: { production: 20, local: 5 },
    description: 'How long a customer may take to pay. What arrives later is still credited.',
  }),
  PAYMENT_POLL_AFTER_SECONDS: integer({
    min: 5,
    max: 86_400,
    default: { production: 900, local: 30 },
    description: 'After how long without a notification the provider is asked what has become of a payment.',
  }),
  PAYMENT_POLL_INTERVAL_SECONDS: integer({
    min: 1,
    max: 3_600,
    default: { production: 30, local: 5 },
    description: 'How often the server looks for payments that are due to be asked about.',
  }),
  PAYMENT_CALL_DEADLINE_SECONDS: integer({
    min: 1,
    max: 120,
    default: 10,
    description:
      'How long the server waits for one answer when it asks the provider about payments; then the others go on, and this one is asked about later.',
  }),
} as const;
