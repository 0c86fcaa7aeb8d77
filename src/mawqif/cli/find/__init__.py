"""`mawqif find`: was this ever said, by whom, in these words?"""
