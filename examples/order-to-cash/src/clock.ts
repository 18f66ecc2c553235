/** The time of this machine as the packages want it: an ISO 8601 instant in UTC. */
export const clock = (): string => new Date().toISOString();
