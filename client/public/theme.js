/* global document */
// Runs before the first paint, so that a stored theme never flashes in the other one. It is a file of its own
// because the content security policy allows no inline script.
try {
  const theme = localStorage.getItem('early-bird.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be switched off; the system's theme then applies.
}
