/** The chime's notes: what pitch (Hz), and when it begins and how long it lasts (s). */
const notes = [
  { pitch: 659.26, at: 0, for: 0.18 },
  { pitch: 880, at: 0.16, for: 0.42 },
];

/** A browser that will not let us be heard says so by never starting; so long (ms) we wait for it. */
const patienceMs = 1000;

/**
 * Plays two short notes that are made here, at `volume` (0 to 1). Resolves when they are over, with whether they could be heard:
 * a browser may keep a page without a click of the seller silent.
 */
export async function playChime(volume: number): Promise<boolean> {
  const context = new AudioContext();
  try {
    if (!(await isRunning(context))) return false;
    const last = notes.map(note => play(context, note, volume)).at(-1);
    await last;
    return true;
  } finally {
    await context.close();
  }
}

async function isRunning(context: AudioContext): Promise<boolean> {
  if (context.state === 'running') return true;
  await Promise.race([context.resume(), new Promise(resolve => setTimeout(resolve, patienceMs))]);
  // The state has changed meanwhile, which the compiler cannot know.
  return (context.state as AudioContextState) === 'running';
}

function play(context: AudioContext, note: (typeof notes)[number], volume: number): Promise<void> {
  const start = context.currentTime + note.at;
  const end = start + note.for;
  const tone = new OscillatorNode(context, { type: 'triangle', frequency: note.pitch });
  const loudness = new GainNode(context, { gain: 0 });
  loudness.gain.setValueAtTime(0, start);
  loudness.gain.linearRampToValueAtTime(volume, start + 0.02);
  loudness.gain.linearRampToValueAtTime(0, end);
  tone.connect(loudness).connect(context.destination);
  tone.start(start);
  tone.stop(end);
  return new Promise(resolve => tone.addEventListener('ended', () => resolve(), { once: true }));
}
