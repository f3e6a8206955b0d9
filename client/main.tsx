import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { createServices } from './app/services.ts';
import './styles/tokens.css';
import './styles/base.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');

const services = createServices(window.fetch.bind(window), () => Date.now());
void services.session.restore();
createRoot(root).render(<App services={services} />);
