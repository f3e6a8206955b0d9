import { formatCount, plural } from '../../../format/number.ts';
import type { ReferralWords } from './en.ts';

const days = (count: number): string =>
  `${formatCount(count)} ${plural(count, { one: 'दिन', other: 'दिन' })}`;

const friends = (count: number): string =>
  `${formatCount(count)} ${plural(count, { one: 'दोस्त', other: 'दोस्तों' })}`;

export const referralWords: ReferralWords = {
  refer: {
    title: 'दोस्त को रेफ़र करें',
    loading: 'आपका कोड लोड हो रहा है',
    loadFailed: 'आपका कोड लोड नहीं हुआ।',
    refreshFailed: 'रिफ़्रेश नहीं हो पाया। नीचे दिख रही जानकारी पहले की है।',
    deal: (own, theirs) => `आपको ${own} मिलेंगे। आपके दोस्त को ${theirs} मिलेंगे।`,
    when: (count) => `दोस्त के आपका कोड डालते ही दोनों को मिल जाते हैं। दोनों के क्रेडिट ${days(count)} चलते हैं।`,
    yourCode: 'आपका कोड',
    showQr: 'QR दिखाएँ',
    hideQr: 'QR छिपाएँ',
    qrTitle: 'QR कोड, जो आपके कोड के साथ दुकान खोलता है',
    friends: 'आपके दोस्त',
    joined: (count) => `${formatCount(count)} ${plural(count, { one: 'दोस्त जुड़ा', other: 'दोस्त जुड़े' })}`,
    joinedOn: (date) => `${date} को जुड़े`,
    bonusPaid: 'बोनस मिला',
    noFriends: 'आपके कोड से अभी कोई नहीं जुड़ा है। शुरू करने के लिए कोड शेयर करें।',
    earned: 'आपकी कमाई',
    fromFriends: (count) => `${friends(count)} से।`,
    how: 'यह कैसे काम करता है',
    steps: (windowDays) => [
      ['अपना कोड शेयर करें', 'मैसेज से भेजें या उन्हें स्कैन करने दें।'],
      [`वे ${days(windowDays)} के अंदर जुड़ें`, 'वे अपने नए वॉलेट में कोड डालें।'],
      ['दोनों को क्रेडिट मिलेंगे', 'दोनों बोनस एक साथ आते हैं।'],
    ],
    haveCode: 'आपके पास कोड है?',
    applied: (amount) => `${amount} जुड़ गए। आपके दोस्त को भी बोनस मिला।`,
    tooLate: (count, opened) =>
      `कोड वॉलेट के पहले ${days(count)} में ही डाला जा सकता है। आपका वॉलेट ${opened} को खुला था।`,
    broughtBy: (name) => `आप ${name} के कोड से जुड़े हैं।`,
    onHold: 'जब तक आपका वॉलेट रुका हुआ है, आप किसी को रेफ़र नहीं कर सकते। जो कमाया है, वह आपका ही रहेगा।',
  },

  friendsCode: {
    label: 'आपके दोस्त का कोड',
    missing: 'दोस्त का दिया हुआ कोड डालें।',
    use: 'यह कोड इस्तेमाल करें',
    using: 'जाँच हो रही है…',
    unknown: 'अभी पता नहीं कि कोड इस्तेमाल हुआ या नहीं।',
    failed: 'कोड इस्तेमाल नहीं हुआ।',
  },
};
