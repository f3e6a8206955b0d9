import type { AppWords } from './en.ts';

export const appWords: AppWords = {
  notFound: {
    title: 'यह पेज नहीं है',
    text: 'हो सकता है कि पता ग़लत लिखा हो या पेज कहीं और चला गया हो।',
    home: 'होम पर जाएँ',
  },

  crash: {
    title: 'इस पेज में कुछ गड़बड़ हो गई',
    text: 'आपके वॉलेट पर कोई असर नहीं पड़ा है। पेज फिर से खोलें; अगर फिर ऐसा हो, तो दुकान को बताएँ।',
    reload: 'फिर से खोलें',
  },
};
