import { formatCount, plural } from '../../../format/number.ts';
import type { TierWords } from './en.ts';

const days = (count: number): string =>
  `${formatCount(count)} ${plural(count, { one: 'दिन', other: 'दिन' })}`;

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
    loading: 'टियर लोड हो रहे हैं',
    failed: 'टियर लोड नहीं हुए।',
    all: 'सभी टियर',
    here: 'आप यहाँ हैं',
    needed: {
      BALANCE: 'कम से कम बैलेंस',
      LIFETIME_CREDITS: 'अब तक मिले कुल क्रेडिट',
      ROLLING_SPEND: '12 महीनों का ख़र्च',
    },
    lifetime: 'नए क्रेडिट की अवधि',
    said: (benefit) => benefits.get(benefit) ?? benefit,
    inEvery: (benefits) => `हर टियर में: ${benefits}।`,
    start: 'हर वॉलेट यहीं से शुरू होता है।',
    passed: 'आप इससे आगे हैं।',
    stay: (amount) => `आप ${amount} ख़र्च करके भी इसी टियर में रहेंगे।`,
    away: (amount) => `${amount} और चाहिए।`,
    standing: {
      BALANCE: (amount) => `आपका बैलेंस ${amount} है।`,
      LIFETIME_CREDITS: (amount) => `आपको अब तक कुल ${amount} मिले हैं।`,
      ROLLING_SPEND: (amount) => `आपने पिछले 12 महीनों में ${amount} ख़र्च किए।`,
    },
    then: (threshold, next, current) => {
      if (next === null) return `${threshold} होने पर जो क्रेडिट आप जोड़ेंगे, वे कभी एक्सपायर नहीं होंगे।`;
      const now = current === null ? '' : `, ${formatCount(current)} नहीं`;
      return `${threshold} होने पर जो क्रेडिट आप जोड़ेंगे, वे ${days(next)} चलेंगे${now}।`;
    },
    add: (amount) => `${amount} जोड़ें`,
    moves: 'टियर कब बदलता है',
    up: {
      BALANCE: 'ऊपर, जब किसी भी क्रेडिट से आपका बैलेंस अगली सीमा तक पहुँचता है।',
      LIFETIME_CREDITS: 'ऊपर, जब अब तक मिले सभी क्रेडिट अगली सीमा तक पहुँचते हैं।',
      ROLLING_SPEND: 'ऊपर, जब पिछले 12 महीनों का ख़र्च अगली सीमा तक पहुँचता है।',
    },
    down: {
      BALANCE: (threshold) => `नीचे, जब ख़र्च करने या एक्सपायर होने से बैलेंस ${threshold} से कम हो जाता है।`,
      LIFETIME_CREDITS: () => 'नीचे कभी नहीं: ख़र्च करने से यह कम नहीं होता।',
      ROLLING_SPEND: () => 'नीचे, जब पुराना ख़र्च गिनती से हट जाता है।',
    },
    soFar: 'अब तक आपका टियर',
    since: (date, why) => `${date} से · ${why}`,
    from: (date, why) => `${date} से · ${why}`,
    before: (date) => `${date} के पहले से`,
    opened: 'वॉलेट खुला',
    keep: 'क्रेडिट की एक्सपायरी वही रहती है जो जुड़ते समय थी, टियर बाद में कुछ भी हो।',
  },
};
