import { formatCount, plural } from '../../../format/number.ts';
import type { DashboardWords } from './en.ts';

const days = (count: number): string =>
  `${formatCount(count)} ${plural(count, { one: 'दिन', other: 'दिन' })}`;

const onDay = (date: string | null): string => (date === null ? 'आज' : `${date} को`);

const greetings = { morning: 'सुप्रभात', afternoon: 'नमस्ते', evening: 'शुभ संध्या' };

export const dashboardWords: DashboardWords = {
  dashboard: {
    title: 'होम',
    greeting: (part, name) => `${greetings[part]}, ${name}`,
    loading: 'आपका वॉलेट लोड हो रहा है',
    failed: 'आपका वॉलेट लोड नहीं हुआ।',
    refreshFailed: 'रिफ़्रेश नहीं हो पाया। नीचे दिख रही जानकारी पहले की है।',
    attention: 'इस पर ध्यान दें',
    benefits: 'फ़ायदे',
  },

  balance: {
    add: 'क्रेडिट जोड़ें',
    use: 'क्रेडिट इस्तेमाल करें',
    label: 'आपका बैलेंस',
    ready: 'ख़र्च के लिए तैयार',
    empty: 'आपका वॉलेट खुल गया है। अभी इसमें कुछ नहीं है।',
    onHold: 'रुका हुआ',
    purchased: 'ख़रीदे हुए',
    granted: 'रिवॉर्ड और ऑफ़र',
    hide: 'राशियाँ छिपाएँ',
    hidden: 'राशि छिपी है',
    talk: 'दुकान से बात करें',
    history: 'हिस्ट्री देखें',
  },

  expiring: {
    one: (amount, daysLeft, date) =>
      daysLeft <= 0
        ? `${amount} आज एक्सपायर हो जाएँगे।`
        : `${days(daysLeft)} में ${amount} एक्सपायर हो जाएँगे – ${date}।`,
    several: (amount, daysLeft, date) =>
      daysLeft <= 0
        ? `30 दिन के अंदर ${amount} एक्सपायर हो जाएँगे, पहला हिस्सा आज।`
        : `30 दिन के अंदर ${amount} एक्सपायर हो जाएँगे, पहला हिस्सा ${days(daysLeft)} में – ${date}।`,
    usedFirst: 'ये अपने-आप सबसे पहले इस्तेमाल होंगे।',
    whileFrozen: 'फ़्रीज़ होने से एक्सपायरी नहीं रुकती। अगर उस दिन के बाद भी फ़्रीज़ रहे, तो दुकान को बताएँ।',
    details: 'विवरण देखें',
    hideDetails: 'विवरण छिपाएँ',
    lots: '30 दिन के अंदर एक्सपायर होने वाले क्रेडिट, सबसे पहले वाले ऊपर',
    lotDate: (date, daysLeft) =>
      daysLeft <= 0 ? `आज एक्सपायर, ${date}` : `${date} को एक्सपायर, ${days(daysLeft)} में`,
  },

  held: {
    amount: (amount) => `${amount} अलग रखे हैं`,
    forOrder: (amount, orderId) => `ऑर्डर ${orderId} के लिए ${amount} अलग रखे हैं`,
    payRest: (rest, until) => `${until} तक बाक़ी ${rest} चुकाएँ, नहीं तो ये लौट आएँगे`,
    confirming: 'आपका बैंक बाक़ी रकम की पुष्टि कर रहा है।',
    waits: (until) => `ऑर्डर में लगेंगे, या ${until} तक लौट आएँगे`,
    disputed: 'इनके भुगतान पर विवाद है। बैंक के फ़ैसले का इंतज़ार है।',
    goingBack: 'वहीं लौट रहे हैं जहाँ से भुगतान हुआ था।',
  },

  giftCards: {
    cards: (count) => `${formatCount(count)} कार्ड`,
    held: (amount) => `इसमें से ${amount} ऑर्डर के लिए अलग रखे हैं`,
  },

  activity: {
    title: 'हाल के लेन-देन',
    all: 'सब देखें',
  },

  balanceLine: {
    title: '90 दिन का बैलेंस',
    moved: (since, first, last, { highest, lowest }) =>
      `${since} से आज तक आपका बैलेंस ${first} से ${last} हुआ। सबसे ज़्यादा ${highest.amount} ${onDay(highest.date)}, सबसे कम ${lowest.amount} ${onDay(lowest.date)}।`,
    level: (since, amount) => `${since} से आज तक आपका बैलेंस ${amount} ही रहा।`,
    hidden: (since) => `${since} से आज तक आपका बैलेंस कैसे बदला। राशियाँ छिपी हैं।`,
    empty: 'अभी दिखाने के लिए कुछ नहीं है। पहले क्रेडिट मिलने के अगले दिन से यहाँ एक रेखा दिखाएगी कि बैलेंस कैसे बदला।',
    failed: 'रेखा लोड नहीं हुई।',
    notLoaded: 'पेज का यह हिस्सा लोड नहीं हुआ। पेज फिर से खोलकर देखें।',
    asTable: 'टेबल में देखें',
    caption: 'जिस-जिस दिन बैलेंस बदला, उस दिन के आख़िर का बैलेंस; सबसे नया ऊपर',
    day: 'दिन',
    balance: 'बैलेंस',
  },

  starters: {
    title: 'या मुफ़्त में शुरुआत करें',
    code: 'दोस्त का कोड डालें',
    codeText: (amount, until) => `आपको ${amount} · ${until} तक`,
    giftCode: 'गिफ़्ट कार्ड का कोड डालें',
    giftCodeText: 'उसकी रकम वॉलेट में लें',
    rewards: 'रिवॉर्ड क्लेम करें',
    rewardsText: 'देखें, आपके लिए कौन-से खुले हैं',
  },

  firstSteps: {
    title: 'आपका वॉलेट ऐसे काम करता है',
    steps: (min, max, shop) => [
      [`${min} से जोड़ना शुरू करें`, `UPI या कार्ड से। एक बार में ${min} से ${max} तक।`],
      [`${shop} पर भुगतान करें`, 'जो क्रेडिट सबसे पहले एक्सपायर होंगे, वही पहले लगते हैं।'],
      ['हर रुपये का हिसाब देखें', 'हर एंट्री बताती है कि पैसा कहाँ से आया और कब एक्सपायर होगा।'],
    ],
  },

  newWallet: {
    title: (shop) => `${shop} पर आपका वॉलेट`,
    text: (nothing) => `बस एक टैप में खुल जाएगा। कोई शुल्क नहीं; शुरुआत ${nothing} से होगी।`,
    gift: ['गिफ़्ट या गिफ़्ट कोड मिला है?', 'पहले अपना वॉलेट बनाएँ, फिर उसे खोलें।'],
    does: 'यह क्या करता है',
    explained: ['हर रुपये का हिसाब', 'किस ऑर्डर में कौन-से क्रेडिट लगे, और हर एक में कितना बचा है।'],
    kept: ['नुक़सान कम', 'जो क्रेडिट सबसे पहले एक्सपायर होंगे, हमेशा वही पहले लगते हैं।'],
    once: ['एक भुगतान, एक ही बार जुड़ेगा', 'भले ही आप दो बार टैप करें या इंटरनेट टूट जाए।'],
    startAs: (tier) => `शुरुआत में आपका टियर: ${tier}`,
    lasts: (count) => (count === null ? 'क्रेडिट कभी एक्सपायर नहीं होते।' : `क्रेडिट ${days(count)} चलते हैं।`),
    next: (amount, tier, count) =>
      `${amount} से आपका टियर ${tier} होगा और क्रेडिट ${count === null ? 'कभी एक्सपायर नहीं होंगे' : `${days(count)} चलेंगे`}।`,
    questions: 'कोई सवाल?',
  },

  whileOnHold: {
    title: { FROZEN: 'जब तक वॉलेट फ़्रीज़ है', SUSPENDED: 'जब तक वॉलेट सस्पेंड है' },
    safe: 'क्या मेरे क्रेडिट सुरक्षित हैं?',
    safeAnswer: (balance) => `हाँ। ${balance} आपके ही हैं और गिने जाते रहेंगे।`,
    refund: 'क्या अब भी रिफ़ंड मिल सकता है?',
    refundAnswer: 'हाँ, वह इसी वॉलेट में आएगा।',
  },

  totals: {
    title: 'कुल हिसाब',
    period: 'अवधि',
    periods: { month: 'इस महीने', all: 'अब तक' },
    earned: 'जुड़े',
    spent: 'ख़र्च',
    refunded: 'रिफ़ंड',
    transactions: 'एंट्री',
    see: 'ये एंट्री देखें',
  },

  friendsCode: {
    waiting: (code) => `एक दोस्त ने आपको ${code} कोड दिया है।`,
    useIt: 'अभी इस्तेमाल करें',
  },

  pendingTopUps: {
    payment: (amount) => `${amount} का टॉप-अप आपके पेमेंट का इंतज़ार कर रहा है।`,
    confirming: (amount) => `आपका बैंक ${amount} के टॉप-अप की पुष्टि कर रहा है।`,
    resume: 'आगे बढ़ें',
    watch: 'कहाँ तक पहुँचा, देखें',
    dontPayAgain: 'कृपया दोबारा पेमेंट न करें।',
  },
};
