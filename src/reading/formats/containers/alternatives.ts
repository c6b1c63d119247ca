/** What Office can draw is written twice: a new way for programmes that know it, and an old one for all others. */
const KNOWN = /^https?:\/\/(?:schemas\.microsoft\.com|schemas\.openxmlformats\.org|purl\.oclc\.org)\//

/** Of `mc:AlternateContent` one way is read: the first choice whose namespaces Office itself knows, else the fallback. */
export class Alternatives {
  #namespaces = new Map<string, string>()
  /** Of each that is open, whether a way was taken. */
  #taken: boolean[] = []

  /** Whether what opens here is a way that is not taken. */
  open(tag: string, attributes: ReadonlyMap<string, string>): boolean {
    for (const [name, value] of attributes) if (value.startsWith('http')) this.#namespaces.set(name, value)
    if (tag === 'AlternateContent') this.#taken.push(false)
    if (tag === 'Fallback') return this.#taken.at(-1) ?? true
    if (tag !== 'Choice' || this.#taken.length === 0) return false
    const skips = this.#taken.at(-1) === true || !this.#isKnown(attributes.get('Requires') ?? '')
    if (!skips) this.#taken[this.#taken.length - 1] = true
    return skips
  }

  close(tag: string): void {
    if (tag === 'AlternateContent') this.#taken.pop()
  }

  #isKnown(required: string): boolean {
    const prefixes = required.split(/\s+/).filter((prefix) => prefix !== '')
    return prefixes.length > 0 && prefixes.every((prefix) => KNOWN.test(this.#namespaces.get(prefix) ?? ''))
  }
}
