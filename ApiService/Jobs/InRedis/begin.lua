-- KEYS: job, image, bytes, queue, given up
-- ARGV: id, place in the queue, group, most attempts, retention, problem of a job whose workers all ended
if not field('status') or isFinished() then
  drop(KEYS[4], ARGV[3], ARGV[2])
  return { 'gone', 0 }
end

if field('canceled') then
  drop(KEYS[4], ARGV[3], ARGV[2])
  become(ARGV[1], 'canceled')
  close(KEYS[2], KEYS[3], ARGV[5])
  return { 'gone', 0 }
end

if tonumber(field('attempts') or '0') >= tonumber(ARGV[4]) then
  drop(KEYS[4], ARGV[3], ARGV[2])
  redis.call('HSET', job, 'problem', ARGV[6])
  become(ARGV[1], 'failed')
  close(KEYS[2], KEYS[3], ARGV[5])
  giveUp(KEYS[5], ARGV[1])
  return { 'given up', 0 }
end

local attempt = redis.call('HINCRBY', job, 'attempts', 1)
redis.call('HSET', job, 'progress', '0')
become(ARGV[1], 'running')
return { 'begun', attempt, field('options'), field('use'), field('trace') }
