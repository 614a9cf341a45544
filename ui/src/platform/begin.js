/**
 * Run by the shell before anything of the page is loaded: it asks what the first screen shows, so that the answers are
 * there when the page is. What is asked stands word for word as the frame and the rooms ask it (`app/firstQuestions.ts`);
 * `npm test -- --update` writes it down anew. `app/first.ts` puts the answers where they look.
 */
(() => {
  const { invoke, transformCallback } = window.__TAURI_INTERNALS__;
  const questions = [
    ['show_company', {}],
    ['people', {}],
    ['what_can_be_undone', {}],
    ['what_waits', {}],
    ['history', { limit: 6 }],
    ['list_plans', {}],
    ['open_definition', {}],
  ];
  const begun = { isOld: false, first: ask() };
  // Heard from the very start, so that nothing is missed while the page is loaded.
  const listening = invoke('plugin:event|listen', {
    event: 'changed',
    target: { kind: 'Any' },
    handler: transformCallback(({ payload }) => {
      begun.isOld = true;
      begun.whenChanged?.(payload);
    }),
  });
  // Whoever hears nothing must not trust what was answered.
  listening.catch(() => {
    begun.isOld = true;
  });
  // A screen without answers asks again, and tells what is wrong.
  begun.first.catch(() => {});
  window.lockstepBegun = begun;

  async function ask() {
    const state = await invoke('shell_state', {});
    if (!state.workspace) return { state, answers: [] };
    const asked = questions.map(async ([name, input]) => [
      [name, input],
      await invoke('call', { name, input }),
    ]);
    return { state, answers: await Promise.all(asked) };
  }
})();
