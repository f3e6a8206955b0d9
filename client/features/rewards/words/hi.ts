import { formatCount, plural } from '../../../format/number.ts';
import type { RewardsWords } from './en.ts';

const claimed = { one: 'क्लेम हुआ', other: 'क्लेम हुए' };

export const rewardsWords: RewardsWords = {
  rewards: {
    title: 'रिवॉर्ड',
    loading: 'रिवॉर्ड लोड हो रहे हैं',
    failed: 'रिवॉर्ड लोड नहीं हुए।',
    refreshFailed: 'रिफ़्रेश नहीं हो पाया। नीचे दिख रही जानकारी पहले की है।',
    lists: 'रिवॉर्ड की सूचियाँ',
    tabs: { available: 'उपलब्ध', claimed: 'क्लेम किए', ended: 'ख़त्म' },
    yours: 'आप क्लेम कर सकते हैं',
    notYet: 'अभी नहीं',
    claimedBadge: 'क्लेम किया',
    gone: 'सब क्लेम हो गए',
    noMinimum: 'कम से कम ऑर्डर की कोई शर्त नहीं।',
    minimum: (amount) => `${amount} या उससे बड़े एक ऑर्डर के बाद।`,
    used: (used, of) =>
      of === null
        ? `${formatCount(used)} ${plural(used, claimed)}`
        : `${formatCount(of)} में से ${formatCount(used)} ${plural(used, claimed)}`,
    usedLabel: 'अब तक सबके क्लेम',
    until: (date) => `${date} तक`,
    noEnd: 'कोई आख़िरी तारीख़ नहीं',
    progress: (largest, required) => `आपका सबसे बड़ा ऑर्डर: ${required} में से ${largest}`,
    progressLabel: 'न्यूनतम ऑर्डर तक आपकी प्रगति',
    claim: (amount) => `${amount} क्लेम करें`,
    claiming: 'क्लेम हो रहा है…',
    confirmTitle: (name) => `“${name}” क्लेम करें?`,
    confirm: (amount) => `${amount} तुरंत आपके वॉलेट में आ जाएँगे। हर रिवॉर्ड एक ही बार क्लेम हो सकता है।`,
    lasts: (date, tier, days) => `${date} तक चलेंगे (${tier}, ${days})।`,
    neverEnds: 'कभी एक्सपायर नहीं होंगे।',
    claimed: (amount, balance) => `${amount} जुड़ गए। नया बैलेंस ${balance}`,
    seeIt: 'देखें',
    unknown: 'अभी पता नहीं कि रिवॉर्ड क्लेम हुआ या नहीं।',
    claimFailed: 'रिवॉर्ड क्लेम नहीं हुआ।',
    credited: (date) => `${date} को जुड़े।`,
    seeEntry: 'एंट्री देखें',
    noneAvailable: 'अभी कोई रिवॉर्ड नहीं है। जल्द ही फिर देखें।',
    noneClaimed: 'आपने अभी तक कोई रिवॉर्ड क्लेम नहीं किया है। क्लेम करने पर वह अपनी एंट्री के साथ यहाँ दिखेगा।',
    noneEnded: 'हाल में कोई रिवॉर्ड ख़त्म नहीं हुआ।',
    how: 'यह कैसे काम करता है',
    steps: [
      ['क्लेम करें', 'बस एक टैप। हर रिवॉर्ड एक ही बार क्लेम हो सकता है।'],
      ['वह क्रेडिट बन जाता है', 'वह तुरंत हिस्ट्री में एक्सपायरी की तारीख़ के साथ दिखता है।'],
      ['बाकी क्रेडिट की तरह ख़र्च करें', 'जो सबसे पहले एक्सपायर होगा, वही हमेशा पहले इस्तेमाल होता है।'],
    ],
  },

  vouchers: {
    title: 'क्या आपके पास वाउचर कोड है?',
    label: 'वाउचर कोड',
    hint: 'दुकान के कार्ड, चिट्ठी या ऑफ़र से। बड़े-छोटे अक्षर और डैश से फ़र्क नहीं पड़ता।',
    use: 'मेरे वॉलेट में जोड़ें',
    using: 'जुड़ रहा है…',
    missing: 'कोड डालें।',
    added: (amount, campaign) => `${amount} आपके वॉलेट में जुड़ गए: ${campaign}।`,
    lasts: (date) => `${date} तक चलेगा।`,
    unknown: 'अभी पता नहीं कि कोड इस्तेमाल हुआ या नहीं।',
    failed: 'कोड इस्तेमाल नहीं हुआ।',
    giftCards: 'आपके पास गिफ़्ट कार्ड है?',
  },
};
