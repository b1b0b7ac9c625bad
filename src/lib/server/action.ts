import { fail, isRedirect, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { Refusal } from '#lib/refusal.ts';

export type Values = Record<string, string | string[]>;
/** What a form gets back when it was not accepted: the person's own words, a sentence per field, and one for the whole. */
export type Rejected = { values: Values; issues: Record<string, string[]>; message?: string };

/** Form data as plain values: repeated names become arrays, files stay out (read them from `event` through `formData`). NUL, which no text in PostgreSQL may hold, goes. */
export function valuesOf(data: FormData): Values {
	const values: Values = {};
	for (const name of new Set(data.keys())) {
		const texts = data.getAll(name).flatMap((v) => (typeof v === 'string' ? [v.replaceAll('\0', '')] : []));
		if (texts.length) values[name] = texts.length === 1 ? (texts[0] ?? '') : texts;
	}
	return values;
}

export function issuesOf(error: z.ZodError): Rejected['issues'] {
	const issues: Rejected['issues'] = {};
	for (const issue of error.issues) (issues[String(issue.path[0] ?? '')] ??= []).push(issue.message);
	return issues;
}

type RunOn<Schema extends z.ZodType> = (
	ctx: App.Locals['ctx'],
	input: z.output<Schema> & { id: string },
	from: { locals: App.Locals; data: FormData }
) => Promise<unknown>;

/** A form action on the thing that the address names by `[id]`: runs the command with it and shows the page again, with `?gespeichert`. */
export const actionOn = <Schema extends z.ZodType>(schema: Schema, run: RunOn<Schema>) =>
	action(schema, async (input, event, data) => {
		await run(event.locals.ctx, { ...(input as object), id: event.params.id ?? '' } as z.output<Schema> & { id: string }, {
			locals: event.locals,
			data
		});
		redirect(303, `${event.url.pathname}?gespeichert`);
	});

/** A form action: parse once, run the command once, give people their own words back when something stands against it; a password, a key or a service's secret is never given back. */
export function action<Schema extends z.ZodType, Out>(
	schema: Schema,
	run: (input: z.output<Schema>, event: RequestEvent, data: FormData) => Promise<Out>
) {
	return async (event: RequestEvent): Promise<Out | ActionFailure<Rejected>> => {
		const data = await event.request.formData();
		const values = valuesOf(data);
		const parsed = schema.safeParse({ ...values, ...event.params });
		const { password: _, clientSecret: _secret, secretKey: _key, ...typed } = values;
		if (!parsed.success) return fail(422, { values: typed, issues: issuesOf(parsed.error) });
		try {
			return await run(parsed.data, event, data);
		} catch (error) {
			if (isRedirect(error) || !(error instanceof Refusal) || error.status === 401 || error.status === 404) throw error;
			if (error.field) return fail(error.status, { values: typed, issues: { [error.field]: [error.message] } });
			return fail(error.status, { values: typed, issues: {}, message: error.message });
		}
	};
}
