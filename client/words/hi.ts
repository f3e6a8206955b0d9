import type { SharedWords } from './en.ts';

export const sharedWords: SharedWords = {
  app: {
    brand: 'Early Bird',
    tagline: 'ग्राहक वॉलेट',
    title: (page) => `${page} – Early Bird वॉलेट`,
    skip: 'सीधे मुख्य भाग पर जाएँ',
    opening: 'आपका वॉलेट खुल रहा है',
  },

  navigation: {
    label: 'मुख्य मेन्यू',
    home: 'होम',
    history: 'हिस्ट्री',
    backHome: 'होम पर वापस जाएँ',
    rewards: 'रिवॉर्ड',
    refer: 'रेफ़र',
    giftCards: 'गिफ़्ट कार्ड',
    more: 'और',
    further: 'और भी',
    help: 'मदद',
    settings: 'सेटिंग',
  },

  actions: {
    refresh: 'रिफ़्रेश करें',
    retry: 'फिर कोशिश करें',
    signOut: 'साइन आउट करें',
    copyRequest: 'अनुरोध नंबर कॉपी करें',
    copied: 'कॉपी हो गया',
    copy: 'कॉपी करें',
    cancel: 'रद्द करें',
    close: 'बंद करें',
    done: 'हो गया',
  },

  language: { label: 'भाषा', change: (name) => `भाषा: ${name} – बदलें` },

  roles: { CUSTOMER: 'ग्राहक', STAFF: 'स्टाफ़', ADMIN: 'एडमिन' },
};
