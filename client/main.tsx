// The styles come first: the order of the cascade's layers is set where they are first named.
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { keepFiles } from './app/keep-files.ts';
import { createServices } from './app/services.ts';
import { createSnapshotStore } from './offline/snapshot-store.ts';
import { withEarlyRefresh } from './session/early-refresh.ts';

const ONE_VISIT_IN = 4;

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');

const fetch = withEarlyRefresh(window.fetch.bind(window), window);
const services = createServices(fetch, () => Date.now(), createSnapshotStore());
void services.session.restore();
// Whoever was not asked for now may be somebody else later.
delete window.earlyRefresh;
void services.spoken.follow();
const tell = (error: unknown): void => void services.reports.failed(error);
createRoot(root, {
  onCaughtError(error) {
    console.error(error);
    tell(error);
  },
}).render(<App services={services} />);

window.addEventListener('error', ({ error }) => tell(error));
window.addEventListener('unhandledrejection', ({ reason }) => tell(reason));
// One visit in so many says how the page did: enough to see, and little to send.
if (Math.random() < 1 / ONE_VISIT_IN) {
  window.addEventListener('load', () => {
    import('./app/measure.ts').then(({ measure }) => measure(services.reports)).catch(() => undefined);
  });
}

// Development has nothing to keep.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  window.addEventListener('load', () => void keepFiles(navigator.serviceWorker, document));
}
