import type { OfflineWords } from './en.ts';

export const offlineWords: OfflineWords = {
  offline: {
    noNetwork: (time) =>
      time === null
        ? 'आप ऑफ़लाइन हैं। यहाँ दिख रही जानकारी पुरानी हो सकती है।'
        : `आप ऑफ़लाइन हैं – बैलेंस ${time} तक का है।`,
    unreachable: (time) =>
      time === null
        ? 'दुकान से संपर्क नहीं हो रहा। यहाँ दिख रही जानकारी पुरानी हो सकती है।'
        : `दुकान से संपर्क नहीं हो रहा – बैलेंस ${time} तक का है।`,
    needsConnection: 'इसके लिए इंटरनेट चाहिए। कनेक्शन लौटते ही यह फिर चलेगा; बाद में कुछ भी अपने-आप नहीं भेजा जाता।',
  },
};
