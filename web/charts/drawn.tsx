// The drawing of a chart by ECharts, as SVG. It is loaded when a chart is first shown; see chart.tsx for what stands around it.
import { useComputedColorScheme } from '@mantine/core'
import { BarChart, LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { Plot } from './chart.tsx'

use([LineChart, BarChart, ScatterChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer])

export default function Drawn({ plot }: { plot: Plot }) {
  const place = useRef<HTMLDivElement>(null)
  const scheme = useComputedColorScheme()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours of the page change with the theme
  useEffect(() => {
    if (!place.current) return
    const chart = init(place.current, null, { renderer: 'svg' })
    chart.setOption(optionOf(plot))
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(place.current)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [plot, scheme])
  return <div ref={place} style={{ height: '100%' }} aria-hidden="true" />
}

function optionOf({ lines, bars, points, zero = true, least, most, marks = [], show }: Plot): EChartsCoreOption {
  const page = getComputedStyle(document.documentElement)
  const colour = (name: string) => page.getPropertyValue(name).trim()
  const [text, line, card, accent] = ['--mantine-color-dimmed', '--line', '--card', '--mantine-color-anchor'].map(
    colour,
  )
  const palette = [accent, text, line]
  const value = {
    type: 'value',
    splitLine: { lineStyle: { color: line } },
    axisLabel: { color: text, formatter: show.value },
  }
  return {
    animation: false,
    grid: { left: 8, right: marks.length > 0 ? 84 : 12, top: 14, bottom: 4, containLabel: true },
    tooltip: {
      trigger: points ? 'item' : 'axis',
      backgroundColor: card,
      borderColor: line,
      textStyle: { color: colour('--mantine-color-text'), fontSize: 13 },
      valueFormatter: (each: unknown) => (typeof each === 'number' ? show.value(each) : '–'),
    },
    xAxis: {
      type: 'time',
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
      axisLabel: { color: text, hideOverlap: true, formatter: show.day },
      axisPointer: { label: { show: false } },
    },
    yAxis: {
      ...value,
      scale: !zero,
      ...(least === undefined ? {} : { min: least }),
      ...(most === undefined ? {} : { max: most }),
    },
    series: [
      ...(bars ?? []).map(({ name, data }) => ({
        type: 'bar',
        name,
        data,
        itemStyle: { color: line },
        barMaxWidth: 6,
      })),
      ...(lines ?? []).map(({ name, data }, i) => ({
        type: 'line',
        name,
        data,
        showSymbol: false,
        // A day that was not reported is a gap, not a zero.
        connectNulls: false,
        lineStyle: { color: palette[i], width: i === 0 ? 2 : 1.5, ...(i > 0 ? { type: 'dashed' } : {}) },
        itemStyle: { color: palette[i] },
      })),
      ...(points ?? []).map(({ name, data }) => ({
        type: 'scatter',
        name,
        data,
        symbolSize: 10,
        itemStyle: { color: accent, borderColor: card, borderWidth: 1 },
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: line },
          label: { color: text, position: 'end', formatter: '{b}' },
          data: marks.map(({ at, name }) => ({ yAxis: at, name })),
        },
      })),
    ],
  }
}
