import type { GiftArtWords } from './en.ts';

/** How a gift looks, and one that waits. */
export const giftArtWords: GiftArtWords = {
  wishes: {
    SUNRISE: 'आपके लिए तोहफ़ा',
    BIRTHDAY: 'जन्मदिन मुबारक!',
    FESTIVAL: 'त्योहार मुबारक!',
    THANKS: 'धन्यवाद!',
  },
  sent: (name, amount) => `${name} ने आपको ${amount} भेजे हैं`,
  open: 'खोलें',
};
