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
    safe: 'आपके क्रेडिट सुरक्षित हैं। उन्हें जोड़ना और इस्तेमाल करना अभी रुका हुआ है।',
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

  activity: {
    title: 'हाल की गतिविधि',
    all: 'सब देखें',
    empty: 'अभी यहाँ कुछ नहीं है। आपकी पहली एंट्री बताएगी कि क्रेडिट कहाँ से आए और कब एक्सपायर होंगे।',
  },

  balanceLine: {
    title: 'समय के साथ बैलेंस',
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
    title: 'शुरुआत ऐसे करें',
    add: 'क्रेडिट जोड़ें',
    addText: 'UPI या कार्ड से',
    code: 'दोस्त का कोड डालें',
    codeText: (amount) => `${amount} पाएँ`,
    rewards: 'रिवॉर्ड देखें',
    rewardsText: 'जो आपका है, क्लेम करें',
  },

  totals: {
    title: 'कुल',
    period: 'अवधि',
    periods: { month: 'इस महीने', all: 'अब तक' },
    earned: 'जुड़े',
    spent: 'ख़र्च',
    refunded: 'रिफ़ंड',
    transactions: 'लेन-देन',
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
