import { formatCount } from '../../../format/number.ts';
import type { AccountWords } from './en.ts';

export const accountWords: AccountWords = {
  settings: {
    title: 'सेटिंग',
    saved: 'बदलाव अपने-आप सेव हो जाते हैं।',
    look: 'दिखावट',
    theme: 'थीम',
    themes: { system: 'सिस्टम', light: 'हल्की', dark: 'गहरी' },
    hideAmounts: 'राशियाँ छिपाएँ',
    hideAmountsHint: 'बैलेंस के पास वाला आँख का बटन भी यही करता है',
    more: 'और',
    help: 'मदद',
    account: 'अकाउंट',
    signedInAs: (name) => `${name} के नाम से साइन इन हैं`,
    everywhere: 'हर जगह से साइन आउट करें',
    everywhereTitle: 'हर जगह से साइन आउट करें?',
    everywhereText:
      'आप जिन-जिन ब्राउज़र और ऐप में साइन इन हैं, उन सब में फिर से साइन इन करना होगा – इसमें भी। आपका वॉलेट जैसा है वैसा ही रहेगा।',
    everywhereBusy: 'साइन आउट हो रहा है…',
    everywhereDone: 'आप हर जगह से साइन आउट हो गए हैं।',
    everywhereFailed: 'दुकान ने पुष्टि नहीं की, इसलिए पता नहीं कि आपके सभी सेशन ख़त्म हुए या नहीं। फिर कोशिश करें।',
    sessions: 'आप कहाँ-कहाँ साइन इन हैं',
    sessionsFailed: 'आपके सेशन लोड नहीं हुए।',
    noSessions: 'आप अपने दुकान वाले अकाउंट से साइन इन करते हैं; आप कहाँ-कहाँ साइन इन हैं, यह वहीं दिखेगा।',
    thisDevice: 'यह डिवाइस',
    lastUsed: (moment) => `पिछली बार इस्तेमाल: ${moment}`,
    signedInOn: (date) => `${date} को साइन इन किया`,
    endSession: 'ख़त्म करें',
    endSessionOf: (device, since) => `${device} का सेशन ख़त्म करें, जिसमें ${since} को साइन इन किया था`,
    sessionEnded: (device) => `${device} का सेशन ख़त्म हो गया।`,
    sessionUnsure: 'अभी पता नहीं कि सेशन ख़त्म हुआ या नहीं।',
    nothingToEnd: 'ख़त्म करने के लिए कुछ बाकी नहीं था।',
    version: (version) => `वर्शन ${version}`,
  },

  secondFactor: {
    title: 'साइन इन का दूसरा चरण',
    off: 'अभी सिर्फ़ पासवर्ड से साइन इन होता है। ऑथेंटिकेटर ऐप का कोड हो, तो चोरी हुआ पासवर्ड बेकार हो जाता है।',
    on: (count) => `चालू है। आपके पास ${formatCount(count)} रिकवरी कोड बचे हैं।`,
    setUp: 'ऑथेंटिकेटर ऐप जोड़ें',
    change: 'दूसरा ऐप जोड़ें',
    switchOff: 'बंद करें',
    present: 'मौजूदा ऐप का कोड, या एक रिकवरी कोड',
    next: 'आगे बढ़ें',
    isSet: 'दूसरा चरण जुड़ गया है।',
    switchedOff: 'दूसरा चरण बंद है।',
  },

  staff: {
    title: 'स्टाफ़',
    hello: (name) => `नमस्ते, ${name}`,
    later: 'कंसोल बाद में आएगा।',
    until: 'तब तक आपकी भूमिका जो कुछ कर सकती है, वह प्लेग्राउंड में एक क्वेरी से हो जाएगा।',
    playground: 'प्लेग्राउंड खोलें',
    role: (role) => `आप ${role} के रूप में साइन इन हैं।`,
  },
};
