import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { TalkToShop_ShopFragmentDoc } from '../../graphql/graphql.ts';
import { Card } from '../../ui/card.tsx';
import { RowLink } from '../../ui/row-link.tsx';
import { useWords } from '../../words/use-words.ts';
import { walletWords } from '../words/words.ts';
import styles from './talk-to-shop.module.css';

export interface TalkToShopProps {
  shop: FragmentType<typeof TalkToShop_ShopFragmentDoc>;
  /** What a letter to the shop begins with. */
  subject: string;
}

/** The ways to the people of the shop, as far as it has told any. */
export function TalkToShop(props: TalkToShopProps) {
  const { name, phone, email, hours } = readFragment(TalkToShop_ShopFragmentDoc, props.shop);
  const { shop } = useWords(walletWords);
  const subject = encodeURIComponent(props.subject);
  return (
    <Card title={shop.title} flush>
      {phone === null && email === null && <p className={styles['none']}>{shop.askThere(name)}</p>}
      <ul>
        {phone !== null && (
          <RowLink icon="phone" hint={hours}>
            <a href={`tel:${phone.replace(/[ -]/g, '')}`}>{shop.call(phone)}</a>
          </RowLink>
        )}
        {email !== null && (
          <RowLink icon="chat" hint={email}>
            <a href={`mailto:${email}?subject=${subject}`}>{shop.write}</a>
          </RowLink>
        )}
      </ul>
    </Card>
  );
}
