import type { HelpWords } from './en.ts';

export const helpWords: HelpWords = {
  help: {
    title: 'मदद',
    loading: 'मदद लोड हो रही है',
    failed: 'मदद लोड नहीं हुई।',
    lost: 'फ़ोन खो गया, या कोई अनजान एंट्री दिखी? दुकान से अपना वॉलेट फ़्रीज़ करने को कहें।',
    about: 'आपका सवाल इस एंट्री के बारे में है',
    quote: 'दुकान को यह रेफ़रेंस बताएँ, वे एंट्री तुरंत देख लेंगे:',
    subjectOf: (reference) => `मेरा वॉलेट, एंट्री ${reference}`,
  },

  answers: {
    title: 'आपके वॉलेट से जवाब',
    changed: 'मेरा बैलेंस क्यों बदला?',
    changedTo: (balance) => `पिछली एंट्री से यह ${balance} हुआ:`,
    neverChanged: 'आपके वॉलेट में अभी तक कुछ नहीं हुआ है।',
    ends: 'मेरे क्रेडिट कब एक्सपायर होंगे?',
    endsNext: (amount, date) => `सबसे पहले ${date} को ${amount} एक्सपायर होंगे। ख़र्च में पहले यही लगते हैं।`,
    neverEnds: 'आपका कोई क्रेडिट एक्सपायर नहीं होगा।',
    topUpStates: {
      CREATED: 'तैयार हो रहा है',
      AWAITING_PAYMENT: 'आपके पेमेंट का इंतज़ार कर रहा है',
      CONFIRMING: 'बैंक की पुष्टि का इंतज़ार कर रहा है',
      SETTLED: 'आपके वॉलेट में जुड़ गया',
      FAILED: 'का पेमेंट नहीं हुआ',
      EXPIRED: 'का पेमेंट समय पर नहीं हुआ',
    },
    topUp: 'मेरा टॉप-अप कहाँ है?',
    topUpIs: (amount, moment, state) => `आपका पिछला टॉप-अप – ${moment} का ${amount} – ${state}।`,
    noTopUp: 'आपने अभी तक टॉप-अप नहीं किया है।',
    refund: 'किसी ऑर्डर के पैसे वापस कैसे मिलेंगे?',
    refundRule: 'दुकान से कहें। पैसे उन्हीं क्रेडिट में लौटते हैं जिनसे भुगतान हुआ था, पुरानी तारीख़ों के साथ।',
    lastRefund: (amount, orderId, date) => `आपका पिछला रिफ़ंड: ${date} को ऑर्डर ${orderId} के ${amount}।`,
    why: (tier) => `मेरा टियर ${tier} क्यों है?`,
    tiers: 'टियर और फ़ायदे',
  },
};
