const element = (id) => document.getElementById(id);

async function ask(path, options) {
  const response = await fetch(path, options);
  return { ok: response.ok, body: await response.json() };
}

function show(facts) {
  element('facts').replaceChildren(
    ...facts.flatMap(([name, value]) => {
      const term = document.createElement('dt');
      const text = document.createElement('dd');
      term.textContent = name;
      text.textContent = value;
      return [term, text];
    }));
}

function notice(text) {
  element('notice').textContent = text;
  element('notice').hidden = !text;
}

const STATUS = {
  ok: 'The model answers.',
  fallback: 'There is no model yet.',
  degraded: 'The model answers, but something needs a look.',
  waiting: 'Not ready.',
  draining: 'The server is stopping.',
};

function troubles(health) {
  if (health.status === 'waiting') {
    return health.detail;
  }
  return [
    health.detail,
    health.store_silent && `The store does not answer: ${health.store_silent.reason}`,
    health.champion_refused && `The store's champion was refused: ${health.champion_refused.reason}`,
  ].filter(Boolean).join(' ');
}

function facts(model) {
  if (model.fallback) {
    return [['Version', 'none: every prediction is yesterday’s units']];
  }
  const { manifest } = model;
  const data = manifest.data ?? {};
  return [
    ['Version', model.model_version + (model.pinned ? ' (pinned)' : '')],
    ['In use since', model.promoted_at],
    ['Better than naive', model.beats_baseline ? 'yes' : 'no: trust it no more than yesterday’s units'],
    ['Trained on', `${data.rows} rows of ${data.series} series, ${data.first_date} to ${data.last_date}`],
    ['Made by', `revision ${manifest.code_revision}`],
  ];
}

async function refresh() {
  try {
    const health = (await ask('/health')).body;
    element('status').textContent = STATUS[health.status] ?? health.status;
    notice(troubles(health));
    const model = await ask('/model');
    show(model.ok ? facts(model.body) : [['Version', 'none']]);
  } catch (error) {
    element('status').textContent = 'The server does not answer.';
  }
}

async function predict(event) {
  event.preventDefault();
  const input = {
    lag_1: element('lag_1').valueAsNumber,
    rolling_mean_7: element('rolling_mean_7').valueAsNumber,
  };
  if (element('series_id').value) {
    input.series_id = element('series_id').value;
  }
  try {
    const { ok, body } = await ask('/predict', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(input),
    });
    element('answer').textContent = ok
      ? `${body.prediction.toLocaleString(undefined, { maximumFractionDigits: 1 })} units`
      : [body.detail, ...body.errors.map((e) => `${e.pointer.slice(1)} ${e.detail}`)].join(' ');
  } catch (error) {
    element('answer').textContent = 'The server does not answer.';
  }
}

element('predict').addEventListener('submit', predict);
element('curl').textContent =
  element('curl').textContent.replaceAll('http://localhost:8000', window.location.origin);
refresh();
setInterval(refresh, 10_000);
