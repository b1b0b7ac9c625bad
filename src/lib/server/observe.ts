import { pino } from 'pino';
import client from 'prom-client';
import type { Pool } from 'pg';
import type { RequestEvent } from '@sveltejs/kit';

/** What the process tells about itself: one log line per request (path, never query or IP address) and the figures of /metrics. */
const requests = pino(
	{ level: process.env.LOG_LEVEL ?? 'info', base: undefined, timestamp: pino.stdTimeFunctions.isoTime },
	pino.destination({ dest: 2, sync: false, minLength: 4096, periodicFlush: 1000 })
);

const histogram = () =>
	(client.register.getSingleMetric('http_request_duration_seconds') as client.Histogram<'method' | 'route' | 'status'> | undefined) ??
	new client.Histogram({
		name: 'http_request_duration_seconds',
		help: 'Time from the request to the head of the answer',
		labelNames: ['method', 'route', 'status'],
		buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
	});
const durations = histogram();

/** Runs the handler and writes down how long it took and what came out. */
export async function observed(event: RequestEvent, respond: () => Promise<Response>): Promise<Response> {
	const started = performance.now();
	let status = 500;
	try {
		const response = await respond();
		({ status } = response);
		return response;
	} finally {
		const ms = performance.now() - started;
		durations.observe({ method: event.request.method, route: event.route.id ?? 'none', status: String(status) }, ms / 1000);
		requests.info({ method: event.request.method, path: event.url.pathname, status, ms: Math.round(ms) }, 'request');
	}
}

const gauge = (name: string, help: string) =>
	(client.register.getSingleMetric(name) as client.Gauge | undefined) ?? new client.Gauge({ name, help });

/** Prometheus text: process, requests, connections and jobs. Asks the database for the jobs. */
export async function metrics(pool: Pool): Promise<{ text: string; type: string }> {
	if (!client.register.getSingleMetric('process_cpu_user_seconds_total')) client.collectDefaultMetrics();
	gauge('database_connections', 'Open connections of this process').set(pool.totalCount);
	gauge('database_connections_waiting', 'Requests that wait for a connection').set(pool.waitingCount);
	const { rows } = await pool.query<{ waiting: number; stuck: number }>(
		`select count(*) filter (where attempts < max_attempts)::int as waiting, count(*) filter (where attempts >= max_attempts)::int as stuck
		 from graphile_worker.jobs`
	);
	gauge('jobs_waiting', 'Jobs that are yet to run').set(rows[0]?.waiting ?? 0);
	gauge('jobs_stuck', 'Jobs that failed too often').set(rows[0]?.stuck ?? 0);
	return { text: await client.register.metrics(), type: client.register.contentType };
}

/** Whether the request comes from this machine itself and not through a proxy on it. */
export const isLocal = ({ request, getClientAddress }: RequestEvent): boolean =>
	!['x-forwarded-for', 'forwarded', 'x-real-ip'].some((name) => request.headers.has(name)) &&
	/^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(getClientAddress());
