import type { TierWords } from './en.ts';

/** The shop's own sentences. One that is not here stays as the shop wrote it. */
const benefits = new Map([
  ['Pay with credits at checkout', 'चेकआउट पर क्रेडिट से पेमेंट'],
  ['Claim rewards', 'रिवॉर्ड क्लेम करना'],
  ['Refer friends', 'दोस्तों को रेफ़र करना'],
  ['Longer validity of new credits', 'नए क्रेडिट ज़्यादा दिन चलते हैं'],
  ['New credits never expire', 'नए क्रेडिट कभी एक्सपायर नहीं होते'],
]);

export const tierWords: TierWords = {
  tiers: {
    title: 'टियर और फ़ायदे',
    failed: 'टियर लोड नहीं हुए।',
    compare: 'टियर की तुलना',
    caption: 'हर टियर के फ़ायदे',
    benefit: 'फ़ायदा',
    here: 'आप यहाँ हैं',
    needed: {
      BALANCE: 'ज़रूरी बैलेंस',
      LIFETIME_CREDITS: 'अब तक मिले कुल क्रेडिट',
      ROLLING_SPEND: '12 महीनों का ख़र्च',
    },
    lifetime: 'नए क्रेडिट कितने दिन चलते हैं',
    said: (benefit) => benefits.get(benefit) ?? benefit,
    yes: 'हाँ',
    no: 'नहीं',
    rules: {
      BALANCE:
        'आपका टियर आपके बैलेंस से तय होता है और ख़र्च करने पर नीचे जा सकता है। क्रेडिट की एक्सपायरी वही रहती है जो जुड़ते समय थी।',
      LIFETIME_CREDITS:
        'टियर में आपको अब तक मिले सभी क्रेडिट गिने जाते हैं। ख़र्च करने से यह नीचे नहीं जाता। क्रेडिट की एक्सपायरी वही रहती है जो जुड़ते समय थी।',
      ROLLING_SPEND:
        'टियर में पिछले 12 महीनों का आपका ख़र्च गिना जाता है, और पुराना ख़र्च हटने पर टियर नीचे जाता है। क्रेडिट की एक्सपायरी वही रहती है जो जुड़ते समय थी।',
    },
  },
};
