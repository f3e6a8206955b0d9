import { formatCount } from '../../../format/number.ts';
import type { AccountWords } from './en.ts';

export const accountWords: AccountWords = {
  settings: {
    title: 'सेटिंग',
    look: 'दिखावट और भाषा',
    theme: 'थीम',
    themes: { system: 'सिस्टम', light: 'हल्की', dark: 'गहरी' },
    hideAmounts: 'राशियाँ छिपाएँ',
    hideAmountsHint: 'स्क्रीन रीडर के लिए भी। बैलेंस के पास वाला आँख का बटन भी यही करता है।',
    more: 'और',
    records: 'आपके रिकॉर्ड',
    myData: 'मेरा डेटा डाउनलोड करें',
    myDataBusy: 'तैयार हो रहा है…',
    myDataHint:
      'एक फ़ाइल में: आप और आपके डिवाइस, आपका वॉलेट और उसकी सभी एंट्री, क्रेडिट, टॉप-अप, रिवॉर्ड और आपके ज़रिए आए लोग।',
    myDataLeftOut:
      'इसमें नहीं है: दुकान के स्टाफ़ के नोट और काम, किस भुगतान में कौन से क्रेडिट लगे, और पेमेंट कंपनी ने क्या बताया।',
    myDataAsk: 'बाकी के लिए दुकान से पूछें',
    myDataFailed: 'आपकी फ़ाइल नहीं बन सकी।',
    myDataSaved: 'आपका डेटा सेव हो गया।',
    statements: 'स्टेटमेंट',
    statementsHint: 'महीने या वित्त वर्ष के अनुसार, छापने के लिए या CSV में',
    tier: 'टियर और फ़ायदे',
    help: 'मदद',
    account: 'अकाउंट',
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

  noConsole: {
    title: 'यह दुकान के लोगों के लिए है',
    text: 'आप ग्राहक के रूप में साइन इन हैं। आपका वॉलेट होम पर है।',
  },
};
