import type { PaymentWords } from './en.ts';

export const paymentWords: PaymentWords = {
  payment: {
    methods: { UPI: 'UPI', CARD: 'कार्ड' },
    methodHints: {
      UPI: 'किसी भी UPI ऐप से',
      CARD: 'बैंक के पेज पर',
    },
    payWith: 'पेमेंट का तरीका',
    payNow: (amount) => `${amount} दें`,
    qr: (amount) => `${amount} के लिए UPI QR कोड`,
    scan: (amount) => `किसी भी UPI ऐप से स्कैन करें और ${amount} दें।`,
    openUpi: 'मेरा UPI ऐप खोलें',
    onProvidersPage: 'पेमेंट बैंक के अपने पेज पर होता है। आपका कार्ड हमें कभी नहीं दिखता।',
    openPage: 'पेमेंट पेज खोलें',
    timeLeft: (time) => `पेमेंट के लिए ${time} बाकी`,
    timeOver: 'पेमेंट का समय निकल गया।',
    waiting: 'पेमेंट का इंतज़ार है',
    confirming: (amount) => `बैंक से ${amount} की पुष्टि का इंतज़ार है`,
    to: (payee) => `${payee} को`,
    checkName: (payee, amount) => `आपके UPI ऐप में ${payee} और ${amount} दिखना चाहिए। कुछ और दिखे तो पेमेंट न करें।`,
    otherPhone: 'किसी और फ़ोन से दें',
    scanSteps: ['अपने फ़ोन पर कोई भी UPI ऐप खोलें', 'यह कोड स्कैन करें', 'नाम देखकर मंज़ूरी दें'],
    dontPayAgain: 'कृपया दोबारा पेमेंट न करें।',
    checkAgain: 'फिर देखें',
    moneyLeft: 'अगर बैंक में पैसे कटे दिखें',
    pretend: 'डेमो दुकान: पेमेंट सिर्फ़ दिखावे के हैं। असली पैसे नहीं कटते।',
    otherMethod: (method) => `इसके बजाय ${method} से दें`,
  },
};
