/**
 * The script beside the playground's editor. It signs people in, keeps their token in memory and nowhere else, and puts it into
 * requests when they are sent: what the editor keeps in its own storage is only the placeholder.
 */
export const TOKEN_PLACEHOLDER = 'Bearer (filled in once you are signed in)';

export const signInScript = `'use strict';
(() => {
  const placeholder = ${JSON.stringify(TOKEN_PLACEHOLDER)};
  const renewBeforeMs = 30000;
  const send = window.fetch.bind(window);
  let grant = null;
  let endsAt = 0;
  let renewal = null;

  const post = (path, body) =>
    send(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body ?? {}),
    });

  async function take(response) {
    grant = response.ok ? await response.json() : null;
    endsAt = grant ? Date.now() + grant.expiresIn * 1000 : 0;
    show();
    openWindowsOfRole();
    return response;
  }

  // Each role has windows of its own, which the editor reads once, when it starts.
  function openWindowsOfRole() {
    const role = grant ? grant.account.role.toLowerCase() : 'nobody';
    const address = new URL(location.href);
    if ((address.searchParams.get('role') ?? 'nobody') === role) return;
    address.searchParams.set('role', role);
    location.replace(address);
  }

  function renew() {
    renewal ??= post('/auth/refresh').then(take).catch(() => null).finally(() => (renewal = null));
    return renewal;
  }

  window.fetch = async (input, options) => {
    const url = new URL(input instanceof Request ? input.url : String(input), location.href);
    if (url.origin !== location.origin || url.pathname !== '/graphql') return send(input, options);
    if (grant && Date.now() > endsAt - renewBeforeMs) await renew();
    const headers = new Headers(options?.headers ?? (input instanceof Request ? input.headers : undefined));
    if (headers.get('authorization') === placeholder) {
      if (grant) headers.set('authorization', 'Bearer ' + grant.accessToken);
      else headers.delete('authorization');
    }
    return send(input, { ...options, headers });
  };

  const panel = document.createElement('form');
  panel.id = 'sign-in';
  panel.setAttribute('aria-label', 'Signed in as');
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  const choices = document.createElement('span');
  panel.append(status, choices);
  panel.addEventListener('submit', (event) => event.preventDefault());
  panel.addEventListener('keydown', ({ key, target }) => {
    if (key === 'Enter' && target instanceof HTMLInputElement) choices.querySelector('button')?.click();
  });

  function button(text, act) {
    const element = document.createElement('button');
    element.type = 'button';
    element.textContent = text;
    element.addEventListener('click', act);
    return element;
  }

  function field(name, type) {
    const element = document.createElement('input');
    Object.assign(element, { name, type, placeholder: name, autocomplete: type === 'password' ? 'current-password' : 'username' });
    element.setAttribute('aria-label', name);
    return element;
  }

  async function signIn(credentials) {
    const response = await take(await post('/auth/sign-in', credentials));
    if (response.ok) return;
    const { error } = await response.json();
    status.textContent = error.message + ' ';
    if (error.code === 'SECOND_FACTOR_REQUIRED') askForCode(error.ticket);
    if (error.code === 'SECOND_FACTOR_SETUP_REQUIRED') status.textContent += 'Do so in the web app. ';
  }

  function askForCode(ticket) {
    const code = Object.assign(field('code', 'text'), { autocomplete: 'one-time-code', inputMode: 'numeric' });
    const enter = async () => {
      const response = await post('/auth/second-factor/verify', { ticket, code: code.value.trim() });
      if (response.ok) return take(response);
      const { error } = await response.json();
      if (error.code === 'TICKET_NOT_USABLE') show();
      status.textContent = error.message + ' ';
    };
    choices.replaceChildren(code, button('Enter', enter), button('Cancel', show));
    code.focus();
  }

  async function signOut() {
    await post('/auth/sign-out');
    grant = null;
    show();
    openWindowsOfRole();
  }

  let people = [];

  function show() {
    if (grant) {
      status.textContent = 'Signed in as ' + grant.account.name + ' (' + grant.account.role.toLowerCase() + ') ';
      choices.replaceChildren(...people.map(asButton), button('Sign out', signOut));
      return;
    }
    status.textContent = 'Not signed in. ';
    if (people.length > 0) return choices.replaceChildren(...people.map(asButton));
    const email = field('email', 'email');
    const password = field('password', 'password');
    choices.replaceChildren(email, password, button('Sign in', () => signIn({ email: email.value, password: password.value })));
  }

  function asButton({ name, email, password }) {
    return button(name, () => signIn({ email, password }));
  }

  async function start() {
    document.body.append(panel);
    show();
    const response = await send('/auth/demo-accounts').catch(() => null);
    if (response?.ok) people = await response.json();
    await renew();
    show();
  }
  document.addEventListener('DOMContentLoaded', start);
})();
`;

export const signInStyle = `#sign-in { position: fixed; right: 12px; bottom: 12px; z-index: 9999; padding: 8px 12px; border-radius: 8px;
  background: #fff; color: #1d1a2b; box-shadow: 0 2px 12px rgb(0 0 0 / 35%); font: 14px/1.6 system-ui, sans-serif; }
#sign-in button, #sign-in input { margin-left: 6px; padding: 2px 8px; border: 1px solid #6b6780; border-radius: 6px;
  background: #fff; color: inherit; font: inherit; }
#sign-in button { cursor: pointer; }
`;
