import './connection/page-policy.ts';
import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/source-serif-4/index.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { watchFileDrops } from './app/file-drop.ts';
import { rememberedLook } from './app/look.ts';
import { guardCurtain } from './features/lock/curtain.ts';
import { fetchReadingFont } from './features/reader/reading-font.ts';
import { languageFor, startTexts } from './i18n/i18n.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place to draw in.');

guardCurtain();
watchFileDrops();
const look = rememberedLook();
document.documentElement.dataset['mantineColorScheme'] = look.scheme;
await startTexts(look.language ?? languageFor(navigator.languages));
fetchReadingFont();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
