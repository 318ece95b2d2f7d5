// Counts and durations by route and status, in the text form Prometheus collects. Labels are declared routes, never addresses.
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

type Durations = { buckets: number[]; sum: number; count: number }

export type Metrics = {
  record(route: string, status: number, ms: number): void
  text(gauges: readonly Gauge[]): string
}
export type Gauge = { name: string; help: string; values: readonly { labels?: string; value: number }[] }

export function createMetrics(): Metrics {
  const counts = new Map<string, number>()
  const durations = new Map<string, Durations>()
  return {
    record(route, status, ms) {
      const key = `route="${route}",status="${status}"`
      counts.set(key, (counts.get(key) ?? 0) + 1)
      let known = durations.get(route)
      if (!known) {
        known = { buckets: bounds.map(() => 0), sum: 0, count: 0 }
        durations.set(route, known)
      }
      const seconds = ms / 1_000
      const bucket = bounds.findIndex((bound) => seconds <= bound)
      if (bucket !== -1) known.buckets[bucket] = (known.buckets[bucket] ?? 0) + 1
      known.sum += seconds
      known.count += 1
    },
    text(gauges) {
      const lines = [
        '# HELP holdfast_http_requests_total Requests answered.',
        '# TYPE holdfast_http_requests_total counter',
      ]
      for (const [labels, count] of counts) lines.push(`holdfast_http_requests_total{${labels}} ${count}`)
      lines.push('# HELP holdfast_http_seconds Time to answer.', '# TYPE holdfast_http_seconds histogram')
      for (const [route, { buckets, sum, count }] of durations) {
        let below = 0
        bounds.forEach((bound, i) => {
          below += buckets[i] ?? 0
          lines.push(`holdfast_http_seconds_bucket{route="${route}",le="${bound}"} ${below}`)
        })
        lines.push(`holdfast_http_seconds_bucket{route="${route}",le="+Inf"} ${count}`)
        lines.push(
          `holdfast_http_seconds_sum{route="${route}"} ${sum}`,
          `holdfast_http_seconds_count{route="${route}"} ${count}`,
        )
      }
      for (const { name, help, values } of gauges) {
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`)
        for (const { labels, value } of values) lines.push(`${name}${labels ? `{${labels}}` : ''} ${value}`)
      }
      return `${lines.join('\n')}\n`
    },
  }
}
