import type { Transport } from '@sveltejs/kit/hooks';
import { Handed } from '#lib/handed.ts';

export const transport: Transport = { Handed: { encode: (value) => value instanceof Handed && 'nur auf dem Server', decode: () => null } };
