-- KEYS: job
-- ARGV: id, attempt, progress
if field('attempts') ~= ARGV[2] or field('status') ~= 'running' then
  return 0
end

redis.call('HSET', job, 'progress', ARGV[3])
become(ARGV[1], 'running')
return 1
