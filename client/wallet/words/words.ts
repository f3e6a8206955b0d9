import { wordsOf } from '../../words/use-words.ts';
import type { WalletWords } from './en.ts';

/** What several screens say of a wallet and its entries, and why something failed or was refused. */
export const walletWords = wordsOf<WalletWords>('wallet');
