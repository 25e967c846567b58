-- KEYS: job, image, bytes
-- ARGV: id, retention
local status = field('status')
if not status then
  return 'unknown'
end

if isFinished() then
  return 'finished'
end

redis.call('HSET', job, 'canceled', '1')
if status == 'queued' then
  -- Its place in the queue stays until a worker comes upon it.
  become(ARGV[1], 'canceled')
  close(KEYS[2], KEYS[3], ARGV[2])
else
  redis.call('PUBLISH', 'vision:{jobs}:changed', ARGV[1])
end
return 'asked'
