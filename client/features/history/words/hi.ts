import { formatCount, plural } from '../../../format/number.ts';
import type { HistoryWords } from './en.ts';

const entries = (count: number): string =>
  `${formatCount(count)} ${plural(count, { one: 'एंट्री', other: 'एंट्री' })}`;

const are = { one: 'है', other: 'हैं' };

export const historyWords: HistoryWords = {
  history: {
    title: 'हिस्ट्री',
    loading: 'हिस्ट्री लोड हो रही है',
    search: 'ऑर्डर या एंट्री खोजें',
    searchExample: 'ऑर्डर नंबर या रेफ़रेंस',
    searchSubmit: 'खोजें',
    types: 'प्रकार',
    all: 'सभी',
    source: 'स्रोत',
    anySource: 'कोई भी स्रोत',
    amount: 'राशि',
    least: 'कम से कम',
    most: 'ज़्यादा से ज़्यादा',
    amountUnknown: 'राशि ऐसे लिखें: 499.50',
    amountFrom: (amount) => `${amount} या ज़्यादा`,
    amountUpTo: (amount) => `${amount} या कम`,
    amountBetween: (least, most) => `${least} से ${most}`,
    dates: 'तारीख़ें',
    datePresets: {
      all: 'सभी तारीख़ें',
      thisMonth: 'इस महीने',
      threeMonths: 'पिछले 3 महीने',
      year: (name) => `वित्त वर्ष ${name}`,
      custom: 'तारीख़ें चुनें',
    },
    from: 'से',
    to: 'तक',
    datesReversed: 'पहली तारीख़ आख़िरी तारीख़ के बाद की है।',
    filters: 'फ़िल्टर',
    showFilters: (count) => (count === 0 ? 'फ़िल्टर' : `फ़िल्टर (${formatCount(count)})`),
    filterCount: (count) => `${formatCount(count)} ${plural(count, { one: 'फ़िल्टर', other: 'फ़िल्टर' })}`,
    closeFilters: 'फ़िल्टर बंद करें',
    reset: 'साफ़ करें',
    showResults: (count) =>
      count === null
        ? 'नतीजे देखें'
        : `${formatCount(count)} ${plural(count, { one: 'नतीजा', other: 'नतीजे' })} देखें`,
    more: (count) => `${formatCount(count)} और लोड करें`,
    loadingMore: 'लोड हो रहा है…',
    moreFailed: 'आगे की एंट्री लोड नहीं हुईं। ऊपर जो दिख रहा है, वह सही है।',
    remove: (filter) => `फ़िल्टर हटाएँ: ${filter}`,
    clear: 'सभी फ़िल्टर हटाएँ',
    showing: (shown, total) => `${entries(total)} में से ${formatCount(shown)} दिख रही ${plural(shown, are)}`,
    monthAdded: 'इस महीने जुड़े:',
    monthTaken: 'इस महीने गए:',
    export: 'एक्सपोर्ट करें',
    exportHint: 'इन एंट्री को स्प्रेडशीट की फ़ाइल (CSV) में सेव करता है।',
    exporting: 'तैयार हो रही है…',
    exported: (count) => (count === null ? 'आपकी फ़ाइल सेव हो गई।' : `आपकी फ़ाइल सेव हो गई: ${entries(count)}।`),
    exportFailed: 'आपकी फ़ाइल नहीं बन पाई।',
    exportTooLarge: 'यह एक फ़ाइल के लिए बहुत ज़्यादा है। छोटी अवधि चुनकर एक्सपोर्ट करें।',
    caption: 'वॉलेट हिस्ट्री, सबसे नई ऊपर, महीनों के हिसाब से',
    results: 'एंट्री',
    columns: {
      entry: 'एंट्री',
      date: 'तारीख़',
      source: 'स्रोत',
      amount: 'राशि',
      balance: 'इसके बाद बैलेंस',
    },
    emptyTitle: 'अभी यहाँ कुछ नहीं है',
    empty: 'आपकी पहली एंट्री बताएगी कि क्रेडिट कहाँ से आए और कब एक्सपायर होंगे।',
    noMatchTitle: 'इन फ़िल्टर से कुछ नहीं मिला',
    noMatch: (total) => `आपकी कुल ${entries(total)} ${plural(total, are)}।`,
    failed: 'आपकी हिस्ट्री लोड नहीं हुई।',
    refreshFailed: 'यह लोड नहीं हुआ। नीचे दिख रही जानकारी पहले की है।',
  },
};
