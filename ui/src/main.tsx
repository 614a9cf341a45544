import { firstAnswers } from './app/first';
import '@fontsource-variable/inter';
import './theme/mantine';
import '@mantine/notifications/styles.css';
import './theme/base.css';

import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { answers, keepFresh } from './api';
import { App } from './app/App';
import { router } from './app/router';
import { whenLoaded } from './shared/later';
import { resolver, theme } from './theme';

/** The nonce the shell gave the page's own style; styles made while running are allowed by it alone. */
const nonce = document.querySelector<HTMLStyleElement>('style[nonce]')?.nonce ?? '';
// The scroll lock behind dialogs makes a style of its own and looks for the nonce under this name.
if (nonce) Object.assign(globalThis, { __webpack_nonce__: nonce });

const place = document.getElementById('root');
if (!place) throw new Error('The page has no place for the application.');

const client = answers();
keepFresh(client);

const useMessages = whenLoaded(() => import('./app/Messages').then((it) => it.Messages));

/** Where messages appear; one that comes before it is there waits. */
function Messages() {
  const Place = useMessages();
  return Place && <Place />;
}

function draw(into: HTMLElement) {
  createRoot(into).render(
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <Messages />
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

// The first screen is drawn in one go, once its answers are there and the router knows which page it is.
void Promise.allSettled([firstAnswers(client), router.load()]).then(() => draw(place));
