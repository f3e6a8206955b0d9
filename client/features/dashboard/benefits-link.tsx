import { Link } from 'react-router';
import { Icon } from '../../ui/icon.tsx';
import linkStyles from '../../ui/link.module.css';
import { useWords } from '../../words/use-words.ts';
import { dashboardWords } from './words/words.ts';

export function BenefitsLink() {
  const { dashboard } = useWords(dashboardWords);
  return (
    <Link className={linkStyles['link']} to="/tier">
      {dashboard.benefits}
      <Icon name="right" size="xs" />
    </Link>
  );
}
