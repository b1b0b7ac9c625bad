import type { SpaceRequest } from './to-public-request.ts';

const german = (value: number) => String(value).replace('.', ',');

/** A request as it would have been typed: what stands in the fields. */
export function typedRequest(request: SpaceRequest): Record<string, string | string[]> {
	const values: Record<string, string | string[]> = {};
	for (const [name, value] of Object.entries({ ...request, place: request.regionName })) {
		if (typeof value === 'string') values[name] = value;
		else if (typeof value === 'number') values[name] = german(value);
		else if (typeof value === 'boolean') values[name] = value ? 'on' : '';
		else if (Array.isArray(value) && value.every((item) => typeof item === 'string')) values[name] = value;
	}
	return values;
}
