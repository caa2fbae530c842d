const POLL_MILLIS = 10_000;

/** More names than this make the list of series slower than typing. */
const MOST_SERIES = 1000;

const STATUS = {
  ok: 'The model answers',
  fallback: 'No model yet',
  degraded: 'Answers, but needs a look',
  waiting: 'Not ready',
  draining: 'Stopping',
  gone: 'The server does not answer',
};

const METHODS = {
  model: 'This model',
  least_squares: 'Least squares on the same two numbers',
  naive: 'The last day again',
  seasonal_naive: 'The season before again',
  rolling_mean_7: 'Mean of the last seven days',
  training_mean: 'Mean of all days learnt from',
};

const element = (id) => document.getElementById(id);
const units = (number) =>
  number.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

function make(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

async function ask(path, options) {
  const response = await fetch(path, options);
  return { ok: response.ok, body: await response.json() };
}

function showStatus(status) {
  element('status').textContent = STATUS[status] ?? status;
  element('status').dataset.status = status;
}

function showNotice(text) {
  element('notice').textContent = text;
  element('notice').hidden = !text;
}

function troubles(health) {
  if (health.status === 'waiting') {
    return health.detail;
  }
  return [
    health.detail,
    health.store_silent && `The store does not answer: ${health.store_silent.reason}.`,
    health.champion_refused && `The store's champion was refused: ${health.champion_refused.reason}.`,
  ].filter(Boolean).join(' ');
}

function showFacts(facts) {
  element('facts').replaceChildren(
    ...facts.flatMap(([name, value]) => [make('dt', name), make('dd', value)]));
}

function showErrors(metrics) {
  const judged = Object.entries(metrics?.methods ?? {}).sort(([, a], [, b]) => a.mae - b.mae);
  element('judged').hidden = judged.length === 0;
  if (judged.length === 0) {
    return;
  }
  const largest = judged.at(-1)[1].mae || 1;
  element('days').textContent = `On ${metrics.observations.toLocaleString('en')} observations from `
    + `${metrics.from} to ${metrics.to}, held back while each method learnt. Less is better.`;
  element('errors').replaceChildren(...judged.map(([method, { mae }]) => {
    const row = document.createElement('tr');
    row.classList.toggle('ours', method === 'model');
    const name = make('th', METHODS[method] ?? method);
    name.scope = 'row';
    const track = document.createElement('div');
    track.append(document.createElement('div'));
    track.firstChild.style.width = `${(mae / largest) * 100}%`;
    const error = document.createElement('td');
    error.append(make('span', units(mae)), track);
    row.append(name, error);
    return row;
  }));
}

function showSeries(names) {
  element('series').hidden = names.length < 2;
  element('known').replaceChildren(...names.slice(0, MOST_SERIES).map((name) => make('option', name)));
}

function showModel({ model_version: version, pinned, promoted_at: since, beats_baseline: beats, manifest }) {
  const { data, metrics, scalers } = manifest;
  showFacts([
    ['Version', version + (pinned ? ' (pinned)' : '')],
    ['Champion since', `${since.slice(0, 16).replace('T', ' ')} UTC`],
    ['Learnt from', `${data.rows.toLocaleString('en')} rows of ${data.series.toLocaleString('en')} series, `
      + `${data.first_date} to ${data.last_date}`],
    ['Better than naive', beats ? 'yes' : 'no: trust it no more than the last day’s units'],
  ]);
  showErrors(metrics.next_day);
  showSeries(Object.keys(scalers.next_day.series));
}

function showNoModel(health) {
  showFacts([['Version', health.fallback ? 'none: every prediction is the last day’s units' : 'none']]);
  showErrors();
  showSeries([]);
}

async function predict() {
  const input = {
    lag_1: element('lag_1').valueAsNumber,
    rolling_mean_7: element('rolling_mean_7').valueAsNumber,
  };
  if (element('series_id').value) {
    input.series_id = element('series_id').value;
  }
  const answer = element('answer');
  try {
    const { ok, body } = await ask('/predict', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(input),
    });
    answer.className = ok ? 'number' : 'refused';
    answer.textContent = ok
      ? `${units(body.prediction)} units`
      : [body.detail, ...body.errors.map((e) => `${e.pointer.slice(1)} ${e.detail}.`)].join(' ');
  } catch {
    answer.className = 'refused';
    answer.textContent = 'The server does not answer.';
  }
}

let shown = '';

/** Asks for the model only when there is another one: with many series its description is long. */
async function refresh() {
  try {
    const { body: health } = await ask('/health');
    showStatus(health.status);
    showNotice(troubles(health));
    const found = `${health.model_version} ${health.pinned}`;
    if (found === shown) {
      return;
    }
    if (health.model_version && !health.fallback) {
      showModel((await ask('/model')).body);
    } else {
      showNoModel(health);
    }
    shown = found;
    if (health.model_version && element('predict').checkValidity()) {
      await predict();
    }
  } catch {
    showStatus('gone');
    showNotice('');
  }
}

element('predict').addEventListener('submit', (event) => {
  event.preventDefault();
  predict();
});
element('curl').textContent =
  element('curl').textContent.replaceAll('http://localhost:8000', window.location.origin);
refresh();
setInterval(refresh, POLL_MILLIS);
