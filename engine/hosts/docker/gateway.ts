/** How a container reaches this computer: by name, and at which of our addresses it then arrives. */
import { BlockList } from 'node:net';
import { networkInterfaces } from 'node:os';
import { tryDocker } from './cli.ts';

export const HOST_NAME = 'host.docker.internal';

/**
 * This computer's address in the bridge's network; none where Docker runs in a machine of its own (Docker Desktop), whose containers
 * come by way of loopback.
 */
export async function hostAddress(): Promise<readonly string[]> {
  const { stdout } = await tryDocker([
    'network',
    'inspect',
    'bridge',
    '--format',
    '{{range .IPAM.Config}}{{.Subnet}} {{end}}',
  ]);
  const bridge = new BlockList();
  for (const subnet of stdout.trim().split(/\s+/)) {
    const [address = '', bits] = subnet.split('/');
    if (address.includes('.')) bridge.addSubnet(address, Number(bits), 'ipv4');
  }
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, address }) => family === 'IPv4' && bridge.check(address, 'ipv4'))
    .map(({ address }) => address);
}
