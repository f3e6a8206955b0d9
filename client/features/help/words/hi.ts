import type { HelpWords } from './en.ts';

export const helpWords: HelpWords = {
  help: {
    title: 'मदद',
    loading: 'मदद लोड हो रही है',
    failed: 'मदद लोड नहीं हुई।',
    lost: 'फ़ोन खो गया, या कोई अनजान एंट्री दिखी? दुकान से अपना वॉलेट फ़्रीज़ करने को कहें।',
  },
};
