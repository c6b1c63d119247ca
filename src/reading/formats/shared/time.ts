const BEIJING = 8 * 3_600_000

/** Files state their moments in UTC or with an offset; clerks read the clock of Beijing. Undefined for no real moment. */
export function beijing(moment: Date | number): string | undefined {
  const shifted = new Date(Number(moment) + BEIJING)
  return Number.isNaN(shifted.getTime()) ? undefined : shifted.toISOString().slice(0, 16).replace('T', ' ')
}

/** `D:20220318101500+08'00'` of a PDF. Without an offset it is the writer's own clock. */
export function pdfMoment(text: string): string | undefined {
  const parts = /^(?:D:)?(\d{4})(\d{2})(\d{2})(\d{2})?(\d{2})?(\d{2})?(?:(Z)|([+-])(\d{2})'?(\d{2})?)?/.exec(text)
  if (!parts) return undefined
  const [, year, month, day, hour = '00', minute = '00', second = '00', utc, sign, hours = '00', minutes = '00'] = parts
  const offset = utc ? 'Z' : sign ? `${sign}${hours}:${minutes}` : '+08:00'
  return beijing(Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`))
}
