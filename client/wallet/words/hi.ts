import { formatCount, plural } from '../../format/number.ts';
import type { WalletWords } from './en.ts';

const days = (count: number): string =>
  `${formatCount(count)} ${plural(count, { one: 'दिन', other: 'दिन' })}`;

const tiers = { BRONZE: 'ब्रॉन्ज़', SILVER: 'सिल्वर', GOLD: 'गोल्ड', PLATINUM: 'प्लैटिनम' };

export const walletWords: WalletWords = {
  kinds: {
    CREDIT: { word: 'जुड़े', spoken: 'क्रेडिट' },
    DEBIT: { word: 'ख़र्च', spoken: 'डेबिट' },
    REFUND: { word: 'रिफ़ंड', spoken: 'रिफ़ंड' },
    EXPIRY: { word: 'एक्सपायर', spoken: 'एक्सपायर' },
    REVERSAL: { word: 'वापस लिए', spoken: 'वापस लिए' },
    HOLD: { word: 'अलग रखे', spoken: 'अलग रखे' },
    RELEASE: { word: 'लौटे', spoken: 'लौटे' },
    OTHER: { word: 'एंट्री', spoken: 'एंट्री' },
  },

  sources: {
    PURCHASE: 'टॉप-अप',
    REFERRAL: 'रेफ़रल',
    PROMOTION: 'ऑफ़र',
    LOYALTY: 'रिवॉर्ड',
    REFUND: 'रिफ़ंड',
    MANUAL: 'दुकान',
  },

  entry: {
    order: (orderId) => `ऑर्डर ${orderId}`,
    refundOf: (orderId) => `ऑर्डर ${orderId} का रिफ़ंड`,
    balanceAfter: 'इसके बाद बैलेंस',
    shopOrder: 'दुकान का ऑर्डर',
    heldPayment: 'आपका एक भुगतान',
    expiry: 'एक्सपायरी',
    reversal: 'सुधार',
    titles: {
      CREDIT: 'क्रेडिट जुड़े',
      DEBIT: 'क्रेडिट ख़र्च हुए',
      REFUND: 'रिफ़ंड',
      EXPIRY: 'बचे हुए क्रेडिट एक्सपायर हुए',
      REVERSAL: 'दुकान ने क्रेडिट वापस लिए',
      HOLD: 'अलग रखे',
      RELEASE: 'लौटे',
      OTHER: 'वॉलेट एंट्री',
    },
  },

  draws: {
    funding: { PURCHASED: 'ख़रीदे हुए', GRANTED: 'रिवॉर्ड या ऑफ़र' },
    left: (amount) => `${amount} बाकी`,
    stays: (amount) => `${amount} बचेंगे`,
    usedUp: 'पूरे इस्तेमाल हो गए',
    expires: (date) => `${date} को एक्सपायर`,
    never: 'कभी एक्सपायर नहीं',
  },

  reference: {
    label: 'रेफ़रेंस',
    copy: 'रेफ़रेंस कॉपी करें',
    copied: 'रेफ़रेंस कॉपी हो गया',
  },

  receipt: {
    share: 'शेयर करें',
    print: 'प्रिंट करें',
    copied: 'रसीद कॉपी हुई',
  },

  status: {
    ACTIVE: 'चालू',
    FROZEN: 'फ़्रीज़',
    SUSPENDED: 'सस्पेंड',
    today: (time) => `आज ${time} पर`,
    on: (date, time) => `${date}, ${time} को`,
    frozen: (since) => `दुकान ने ${since} आपका वॉलेट फ़्रीज़ किया।`,
    suspended: (since) => `दुकान ने ${since} आपका वॉलेट सस्पेंड किया।`,
    reasons: {
      DEVICE_LOST: 'आपका फ़ोन या कोई और डिवाइस खोने की सूचना मिली थी।',
      CUSTOMER_REQUEST: 'ऐसा आपके कहने पर किया गया।',
      UNUSUAL_ACTIVITY: 'दुकान को कुछ असामान्य दिखा, इसलिए आपके क्रेडिट सुरक्षित रखे गए हैं।',
      PAYMENT_CHECKED: 'दुकान एक पेमेंट की जाँच कर रही है।',
      DETAILS_MISSING: 'दुकान को पहले आपसे कुछ जानकारी चाहिए।',
    },
    noReason: 'कारण दुकान से पूछने पर पता चलेगा।',
    onlyShop: 'इसे सिर्फ़ दुकान ही फिर से चालू कर सकती है।',
    refundsArrive: 'रिफ़ंड और आपके किए हुए पेमेंट अब भी आएँगे',
    historyOpen: 'हिस्ट्री और स्टेटमेंट खुले रहेंगे',
    spendingPaused: 'जोड़ना, ख़र्च करना, क्लेम करना और रेफ़र करना रुका हुआ है',
    contact: 'दुकान से बात करें',
  },

  shop: {
    title: 'दुकान से बात करें',
    call: (phone) => `${phone} पर कॉल करें`,
    write: 'दुकान को लिखें',
    askThere: (shop) => `${shop} पर पूछें: वहाँ आपका वॉलेट दिखता है।`,
    quote: { before: 'यह रेफ़रेंस बताएँ:', after: '– उन्हें आपका वॉलेट तुरंत मिल जाएगा।' },
    fillsIn: (reference) => `${reference} हम आपके लिए भर देंगे`,
  },

  tier: {
    title: 'आपका टियर',
    name: ({ level }) => tiers[level],
    progress: 'टियर में प्रगति',
    member: (tier) => `${tier} मेंबर`,
    noWallet: 'अभी वॉलेट नहीं है',
    toNext: (amount, next) => `${next} तक पहुँचने के लिए ${amount} और`,
    top: (tier) => `${tier}: सबसे ऊँचा टियर`,
    lifetime: (next, current) => {
      const now = current === null ? '' : `, ${formatCount(current)} नहीं`;
      return next === null ? 'तब नए क्रेडिट कभी एक्सपायर नहीं होंगे।' : `तब नए क्रेडिट ${days(next)} चलेंगे${now}।`;
    },
    topLifetime: 'नए क्रेडिट कभी एक्सपायर नहीं होते।',
    basis: {
      BALANCE: 'आपका टियर आपके बैलेंस से तय होता है।',
      LIFETIME_CREDITS: 'टियर में आपको अब तक मिले सभी क्रेडिट गिने जाते हैं। ख़र्च करने से यह नीचे नहीं जाता।',
      ROLLING_SPEND: 'टियर में पिछले 12 महीनों का आपका ख़र्च गिना जाता है।',
    },
    lasts: (count) => (count === null ? 'कोई एक्सपायरी नहीं' : days(count)),
  },

  invitation: {
    title: 'दोस्त को बुलाएँ',
    offer: (own, theirs) => `आपको ${own} और आपके दोस्त को ${theirs} मिलेंगे।`,
    validity: (count) => `दोनों ${days(count)} चलेंगे।`,
    message: (_written, code, bonus) => `Early Bird पर मेरे कोड ${code} से वॉलेट बनाएँ और ${bonus} के क्रेडिट पाएँ।`,
    share: 'अपना कोड शेयर करें',
    whatsApp: 'WhatsApp',
    sms: 'SMS',
    email: 'ईमेल',
    subject: 'Early Bird में क्रेडिट',
    copyMessage: 'मैसेज कॉपी करें',
  },

  wallet: {
    missingTitle: 'आपका वॉलेट अभी नहीं बना है',
    missing: 'बस एक टैप में बन जाएगा। कोई शुल्क नहीं; शुरुआत ख़ाली वॉलेट से होगी।',
    create: 'मेरा वॉलेट बनाएँ',
    creating: 'बन रहा है…',
    created: 'आपका वॉलेट खुल गया।',
    failed: 'आपका वॉलेट नहीं बना।',
  },

  unknown: {
    text: 'दुकान का जवाब नहीं पहुँचा, इसलिए हम पूछते रहेंगे और यहीं बताएँगे। कुछ भी दो बार नहीं होगा।',
    ask: 'अभी पूछें',
    wallet: 'अभी पता नहीं कि आपका वॉलेट बना या नहीं।',
  },

  freshness: {
    updated: (time) => `${time} पर अपडेट हुआ`,
    updating: 'अपडेट हो रहा है…',
  },

  problems: {
    request: 'अनुरोध नंबर',
    OFFLINE: 'दुकान से संपर्क नहीं हो रहा। अपना इंटरनेट जाँचें।',
    UNAUTHENTICATED: 'आपका सेशन ख़त्म हो गया है। फिर से साइन इन करें।',
    FORBIDDEN: 'आपके अकाउंट को यह देखने की अनुमति नहीं है।',
    NOT_FOUND: 'यह अब यहाँ नहीं है।',
    BAD_USER_INPUT: 'इस पेज के पते में जो माँगा गया है, उसे दुकान समझ नहीं पाई।',
    RATE_LIMITED: 'एक साथ बहुत सारे अनुरोध हो गए। थोड़ा रुकें।',
    TRY_AGAIN: 'दुकान अभी व्यस्त है। कुछ खोया नहीं है; थोड़ी देर में फिर कोशिश करें।',
    OUTCOME_UNKNOWN: 'अभी पता नहीं कि यह हुआ या नहीं। फिर से कोशिश करना सुरक्षित है।',
    INTERNAL_SERVER_ERROR: 'हमारी ओर से कुछ गड़बड़ हो गई।',
  },

  refusals: {
    CUSTOMER_NOT_FOUND: 'दुकान अभी इस ग्राहक को नहीं जानती।',
    WALLET_EXISTS: 'आपका वॉलेट पहले से है। देखने के लिए रिफ़्रेश करें।',
    WALLET_NOT_FOUND: 'आपका वॉलेट अभी नहीं बना है। इसे होम पर बनाएँ।',
    WALLET_FROZEN: 'आपका वॉलेट फ़्रीज़ है। इसे चालू कराने के लिए दुकान से संपर्क करें।',
    WALLET_SUSPENDED: 'आपका वॉलेट सस्पेंड है। दुकान से संपर्क करें।',
    INSUFFICIENT_FUNDS: 'आपके वॉलेट में इतने क्रेडिट नहीं हैं।',
    AMOUNT_OUT_OF_RANGE: 'यह राशि दुकान की सीमा से बाहर है।',
    WALLET_LIMIT_EXCEEDED: 'इससे आपका वॉलेट दुकान की सीमा से ऊपर चला जाएगा।',
    TOO_MANY_LOTS: 'आपके वॉलेट में बहुत सारे अलग-अलग क्रेडिट हैं। पहले कुछ इस्तेमाल करें।',
    TOO_MANY_REFUNDS: 'इस पेमेंट के बहुत सारे रिफ़ंड हो चुके हैं। अब बचा हुआ पूरा हिस्सा एक साथ रिफ़ंड करें।',
    REWARD_NOT_FOUND: 'यह रिवॉर्ड अब नहीं है।',
    REWARD_NOT_ACTIVE: 'दुकान ने यह रिवॉर्ड रोक रखा है।',
    REWARD_NOT_YET_VALID: 'यह रिवॉर्ड अभी शुरू नहीं हुआ है।',
    REWARD_EXPIRED: 'यह रिवॉर्ड ख़त्म हो गया है।',
    REWARD_EXHAUSTED: 'आख़िरी रिवॉर्ड किसी और ने ले लिया।',
    REWARD_CHANGED: 'आपके खोलने के बाद यह रिवॉर्ड बदल गया है।',
    REWARD_ALREADY_CLAIMED: 'आप यह रिवॉर्ड पहले ही क्लेम कर चुके हैं।',
    MINIMUM_PURCHASE_NOT_MET: 'इसके लिए पहले आपको एक बड़ा ऑर्डर करना होगा।',
    CODE_NOT_USABLE: 'यह कोड इस्तेमाल नहीं हो सकता। अक्षर और अंक जाँच लें।',
    TOO_MANY_ATTEMPTS: 'बहुत सारे कोड आज़माए गए। थोड़ा रुककर फिर कोशिश करें।',
    CAMPAIGN_NOT_FOUND: 'ऐसा कोई ऑफ़र नहीं है।',
    CAMPAIGN_NOT_RUNNING: 'यह कोड अभी इस्तेमाल नहीं हो सकता। बाद में कोशिश करें।',
    CAMPAIGN_ENDED: 'यह ऑफ़र ख़त्म हो चुका है।',
    CAMPAIGN_OWN: 'इसे कोई दूसरा एडमिन शुरू करेगा।',
    CAMPAIGN_CHANGED: 'इस बीच किसी ने इसे बदल दिया है। दोबारा देखें।',
    GIFT_CARD_NOT_FOUND: 'ऐसा कोई गिफ़्ट कार्ड नहीं है।',
    GIFT_CARD_ENDED: 'इस गिफ़्ट कार्ड पर अब कुछ बाक़ी नहीं है।',
    GIFT_NOT_FOUND: 'ऐसा कोई तोहफ़ा नहीं है। लिंक पूरा हो, और सबसे नए मेल का हो।',
    GIFT_ENDED: 'इस तोहफ़े के साथ अब, या अभी, कुछ नहीं किया जा सकता।',
    GIFTS_UNAVAILABLE: 'अभी तोहफ़े नहीं भेजे जा सकते। कुछ भी नहीं काटा गया।',
    BUYING_LIMIT_REACHED: 'आज आप इतने के गिफ़्ट कार्ड नहीं ख़रीद सकते। कम का ख़रीदें, या कल फिर आएँ।',
    GIFT_CARD_STOPPED: 'इस तोहफ़े के भुगतान की बैंक में जाँच चल रही है। तब तक इसका कुछ नहीं किया जा सकता।',
    GIFT_CARD_HELD: 'यह गिफ़्ट कार्ड एक ऑर्डर के लिए अलग रखा है। पहले वह ऑर्डर चुकाएँ या रद्द करें।',
    LIMIT_REACHED: 'एक व्यक्ति आज अकेले इतना नहीं दे सकता।',
    VOUCHER_USED: 'यह कोड जितनी बार हो सकता था, इस्तेमाल हो चुका है।',
    VOUCHER_NOT_FOR_YOU: 'यह कोड दूसरे ग्राहकों के लिए है।',
    REFERRAL_CODE_UNKNOWN: 'यह कोड किसी का नहीं है। अक्षर और अंक जाँच लें।',
    REFERRAL_SELF: 'यह आपका अपना कोड है। इसे किसी दोस्त को भेजें।',
    REFERRAL_LOOP: 'यह दोस्त आपके कोड से जुड़ा है, इसलिए आप उसका कोड इस्तेमाल नहीं कर सकते।',
    REFERRAL_ALREADY_APPLIED: 'आप किसी दोस्त का कोड पहले ही इस्तेमाल कर चुके हैं। यह एक ही बार चलता है।',
    REFERRAL_WINDOW_CLOSED: 'कोड सिर्फ़ नए वॉलेट में डाला जा सकता है।',
    REFERRAL_LIMIT_REACHED: 'यह कोड दुकान की सीमा तक इस्तेमाल हो चुका है।',
    REVIEW_NOT_FOUND: 'जाँचने के लिए ऐसा कोई पेमेंट नहीं है।',
    REVIEW_ENDED: 'इस पर फ़ैसला हो चुका है।',
    REVIEW_TAKEN: 'इसे कोई और देख रहा है।',
    NOT_REFUNDABLE: 'पैसे जहाँ से आए थे, वहाँ इसका रिफ़ंड नहीं हो सकता।',
    PAYMENT_UNAVAILABLE: 'पेमेंट कंपनी से संपर्क नहीं हो रहा। थोड़ी देर में फिर कोशिश करें।',
    SESSION_NOT_FOUND: 'यह सेशन पहले ही ख़त्म हो चुका है।',
    CREDIT_NOT_FOUND: 'यह क्रेडिट नहीं मिला।',
    CREDIT_USED_UP: 'इस क्रेडिट में कुछ बाकी नहीं है।',
    HOLD_NOT_FOUND: 'इस नंबर पर कुछ अलग नहीं रखा गया।',
    HOLD_ENDED: 'अलग रखे क्रेडिट इस्तेमाल हो चुके हैं या लौट चुके हैं।',
    HOLD_EXPIRED: 'इसका समय निकल गया, और क्रेडिट वॉलेट में वापस आ गए हैं।',
    HOLD_EXCEEDED: 'यह अलग रखी रकम से ज़्यादा है।',
    TOO_MANY_HOLDS: 'एक साथ बहुत सारे ऑर्डर के लिए क्रेडिट अलग रखे हैं।',
    CHECKOUT_NOT_FOUND: 'यह चेकआउट नहीं मिला।',
    CHECKOUT_OPEN: 'इस ऑर्डर का भुगतान पहले से चल रहा है।',
    CHECKOUT_ENDED: 'यह चेकआउट ख़त्म हो चुका है।',
    PAYMENT_CONFIRMING: 'बैंक अभी पेमेंट पर काम कर रहा है। कृपया दोबारा पेमेंट न करें।',
    ORDER_ALREADY_PAID: 'इस ऑर्डर का भुगतान पहले हो चुका है।',
    DEBIT_NOT_FOUND: 'यह पेमेंट नहीं मिला।',
    EXPIRES_IN_PAST: 'एक्सपायरी की नई तारीख़ आज के बाद की होनी चाहिए।',
    REFUND_EXCEEDS_DEBIT: 'इस पेमेंट में रिफ़ंड के लिए इतना बाकी नहीं है।',
    APPROVAL_PENDING: 'यही पहले माँगा जा चुका है। अभी किसी ने फ़ैसला नहीं किया है।',
    APPROVAL_NOT_FOUND: 'यह अनुरोध नहीं मिला।',
    JOB_NOT_FOUND: 'यह काम नहीं मिला।',
    JOB_ENDED: 'यह काम पूरा हो चुका है या रोक दिया गया है।',
    APPROVAL_ENDED: 'इस अनुरोध पर फ़ैसला हो चुका है, यह वापस लिया गया है या इसका समय निकल गया है।',
    APPROVAL_OWN: 'जो माँगता है, वह फ़ैसला नहीं करता। कोई दूसरा एडमिन करे।',
    APPROVAL_NOT_YOURS: 'सिर्फ़ माँगने वाला इसे वापस ले सकता है।',
    APPROVAL_CHANGED: 'यह अब वैसा नहीं है जैसा आपको दिखाया गया था। फ़ैसला करने से पहले फिर से देखें।',
    APPROVAL_ASKER_GONE: 'जिसने माँगा था, वह अब इस भूमिका में यहाँ काम नहीं करता।',
    QUOTE_CHANGED: 'आपके देखने के बाद वॉलेट बदल गया है। फ़ैसला करने से पहले फिर से देखें।',
    IDEMPOTENCY_CONFLICT: 'यह पहले दूसरी जानकारी के साथ भेजा गया था। इसे बंद करके नए सिरे से शुरू करें।',
    INVALID_INPUT: 'दुकान इसे स्वीकार नहीं कर सकी।',
    TRY_AGAIN: 'दुकान अभी व्यस्त है। कुछ खोया नहीं है; थोड़ी देर में फिर कोशिश करें।',
    OUTCOME_UNKNOWN: 'अभी पता नहीं कि यह हुआ या नहीं। फिर से कोशिश करना सुरक्षित है।',
  },

  refusalFigures: {
    range: (min, max) => `${min} से ${max} तक की राशि चुनें।`,
    short: (amount) => `आपके पास ${amount} कम हैं।`,
    walletLimit: (max) => `एक वॉलेट में ज़्यादा से ज़्यादा ${max} रह सकते हैं।`,
    minimum: ({ required, largest, since }) => {
      const opens = `${required} का एक ऑर्डर करने पर यह खुलेगा।`;
      if (largest === null) return opens;
      return since === null
        ? `आपका सबसे बड़ा ऑर्डर ${largest} का है। ${opens}`
        : `${since} से अब तक आपका सबसे बड़ा ऑर्डर ${largest} का है। ${opens}`;
    },
  },
};
