import { formatCount, plural } from '../../format/number.ts';
import type { FactorWords } from './en.ts';

export const factorWords: FactorWords = {
  code: {
    missing: 'कोड डालें।',
    submitting: 'जाँच हो रही है…',
  },

  problems: {
    INVALID_CODE: 'यह कोड सही नहीं है, या पहले इस्तेमाल हो चुका है। उसे देख लें, या नया कोड डालें।',
    CODE_NEEDED: 'पहले अपने मौजूदा ऐप का कोड डालें।',
    TOO_LATE: 'इसमें बहुत देर हो गई। फिर से शुरू करें।',
    NOT_OFFERED: 'यह दुकान यह सुविधा नहीं देती।',
    UNSURE: 'दुकान से जवाब नहीं आया, इसलिए पता नहीं कि क्या हुआ। फिर कोशिश करें।',
    tooMany: (seconds) => {
      const minutes = Math.ceil(seconds / 60);
      const wait =
        seconds < 60
          ? `${formatCount(seconds)} ${plural(seconds, { one: 'सेकंड', other: 'सेकंड' })}`
          : `${formatCount(minutes)} ${plural(minutes, { one: 'मिनट', other: 'मिनट' })}`;
      return `बहुत बार कोशिश हो चुकी है। ${wait} रुकें, फिर कोशिश करें।`;
    },
  },

  setUp: {
    scan: 'अपने फ़ोन के ऑथेंटिकेटर ऐप से इसे स्कैन करें।',
    qr: 'आपके ऑथेंटिकेटर ऐप के लिए QR कोड',
    secret: 'या यह कुंजी ऐप में टाइप करें:',
    copySecret: 'कुंजी कॉपी करें',
    copied: 'कॉपी हो गया',
    label: 'ऐप का कोड',
    confirm: 'पुष्टि करें',
    again: 'फिर से शुरू करें',
  },

  recovery: {
    title: 'अपने रिकवरी कोड सँभालकर रखें',
    intro:
      'जब फ़ोन पास न हो, तब हर कोड से एक बार साइन इन हो सकता है। ये सिर्फ़ अभी दिखाए जा रहे हैं: इन्हें वहीं रखें जहाँ ज़रूरी काग़ज़ रखते हैं।',
    list: 'रिकवरी कोड',
    copy: 'कोड कॉपी करें',
    copied: 'कॉपी हो गया',
    download: 'कोड डाउनलोड करें',
    done: 'मैंने इन्हें रख लिया है',
  },
};
