/** As much of a browser's sound as a chime needs. `blocked`: a browser that keeps us silent never starts. */
export function fakeAudio({ blocked = false }: { blocked?: boolean } = {}) {
  const made = {
    contexts: 0,
    open: 0,
    tones: [] as { pitch: number; from: number; to: number }[],
    peaks: [] as number[],
  };

  class AudioContext {
    state = 'suspended';
    readonly currentTime = 10;
    readonly destination = {};
    constructor() {
      made.contexts++;
      made.open++;
    }
    resume() {
      if (blocked) return new Promise(() => {});
      this.state = 'running';
      return Promise.resolve();
    }
    async close() {
      made.open--;
    }
  }

  class OscillatorNode extends EventTarget {
    readonly #pitch: number;
    #from = 0;
    constructor(_: AudioContext, { frequency }: { frequency: number }) {
      super();
      this.#pitch = frequency;
    }
    connect<T>(next: T): T {
      return next;
    }
    start(at: number) {
      this.#from = at;
    }
    stop(at: number) {
      made.tones.push({ pitch: this.#pitch, from: this.#from, to: at });
      setTimeout(() => this.dispatchEvent(new Event('ended')));
    }
  }

  class GainNode {
    readonly gain = {
      setValueAtTime: () => {},
      linearRampToValueAtTime: (value: number) => void made.peaks.push(value),
    };
    connect<T>(next: T): T {
      return next;
    }
  }

  return { made, globals: { AudioContext, OscillatorNode, GainNode } };
}
